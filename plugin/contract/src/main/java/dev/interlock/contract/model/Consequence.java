package dev.interlock.contract.model;

/// What happens when something did not go the normal way.
public sealed interface Consequence {

  /// Go on as if it had gone the normal way.
  record GoOn() implements Consequence {}

  /// Leave out what depended on it and go on after that.
  record Skip() implements Consequence {}

  /// Take this path; where it does not end by an exit, go on after the step.
  record Take(Path path) implements Consequence {}
}
