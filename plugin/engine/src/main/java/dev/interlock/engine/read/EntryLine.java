package dev.interlock.engine.read;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.LaneName;
import java.time.Instant;

/// An entry that waits for the run that it displaced to leave the lane.
///
/// @param contract which the contact is to enter
/// @param causeWords the event that begins it, without personal data
public record EntryLine(
    LaneName lane,
    ContactId contact,
    String contactName,
    ContractId contract,
    String causeWords,
    int priority,
    Instant since) {}
