package dev.interlock.engine.read;

import dev.interlock.contract.contact.ContactId;

/// A contact and how many runs it has.
///
/// @param name what people call the contact; its id when never read
public record ContactLine(ContactId contact, String name, long underWay, long over) {}
