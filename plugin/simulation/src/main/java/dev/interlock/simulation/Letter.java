package dev.interlock.simulation;

import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import java.time.Instant;

/// A message of ours that the CRM accepted.
///
/// @param step the step that sent it
/// @param template its text as written in the contract
public record Letter(
    Instant at,
    ContractId contract,
    String step,
    Channel channel,
    String template,
    MessageId message) {}
