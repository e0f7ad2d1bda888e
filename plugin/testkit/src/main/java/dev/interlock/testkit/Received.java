package dev.interlock.testkit;

import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.Channel;
import java.time.Instant;

/// A message that somebody in a rehearsal got.
///
/// @param step the step that sent it
/// @param template its text as written in the contract
public record Received(
    Instant at, String step, Channel channel, String template, MessageId message) {}
