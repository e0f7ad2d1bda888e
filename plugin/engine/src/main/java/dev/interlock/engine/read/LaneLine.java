package dev.interlock.engine.read;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.run.RunId;
import java.time.Instant;

/// Who holds a lane of a contact.
public record LaneLine(
    LaneName lane,
    ContactId contact,
    String contactName,
    RunId run,
    ContractId contract,
    int priority,
    Instant since) {}
