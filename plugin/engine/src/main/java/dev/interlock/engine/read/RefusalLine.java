package dev.interlock.engine.read;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.Admission.Reason;
import java.time.Instant;
import java.util.List;

/// A contact that was not admitted, and why.
///
/// @param cause the id of the event that would have begun the run
/// @param causeWords the same in words; empty when it is not known any longer
public record RefusalLine(
    ContactId contact,
    String contactName,
    ContractId contract,
    String hash,
    String cause,
    String causeWords,
    Instant at,
    List<Reason> reasons) {
  public RefusalLine {
    reasons = List.copyOf(reasons);
  }
}
