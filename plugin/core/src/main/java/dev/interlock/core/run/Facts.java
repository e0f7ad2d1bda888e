package dev.interlock.core.run;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Known;

/// Everything a decision may look at besides the run and the input.
///
/// @param contact as read from the CRM for this decision; unsaid until a decision asks for it
public record Facts(Known<ContactSnapshot> contact, Surroundings around) {}
