package dev.interlock.contract.model;

/// What begins a contract.
///
/// @param event what is listened to
/// @param milestone the business milestone that the event stands for, in a sentence
/// @param ownWrites whether events that our own contracts caused count as well
public record Trigger(
    EventPattern event, String milestone, OwnWrites ownWrites, Position position) {

  /// Whether our own writes may begin the contract.
  public enum OwnWrites {
    IGNORED,
    HEARD
  }
}
