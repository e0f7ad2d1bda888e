package dev.interlock.crm;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import java.time.Instant;
import java.util.Optional;

/// The end of a run, as a workflow of the CRM is told that waits for it.
///
/// @param key the same whenever the same end is told to the same trigger again
/// @param trigger in the CRM's numbering
/// @param meaning what the exit means to the business, in a sentence
/// @param deal the opportunity that the run was about or wrote to, where it is exactly one
/// @param at when the run ended
public record Ending(
    String key,
    String trigger,
    ContactId contact,
    ContractId contract,
    ExitName exit,
    String meaning,
    Optional<DealId> deal,
    Instant at) {}
