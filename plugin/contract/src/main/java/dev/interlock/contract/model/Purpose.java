package dev.interlock.contract.model;

import java.time.Duration;

/// What messages are for, so that two of the same purpose are seen to be duplicates.
///
/// @param horizon within which a contact gets at most one message of the purpose
public record Purpose(PurposeName name, String meaning, Duration horizon, Position position) {
  public Purpose {
    horizon = Spans.positive("a purpose's horizon", horizon);
  }
}
