package dev.interlock.torture.ledger;

import java.util.Optional;

/// Something that a webhook told and that was answered 2xx, so that it must never be lost.
///
/// @param thing the id of what it is about: a message, a call, a contact or an appointment
/// @param begins the contract that this begins, unless it turns the contact away; empty for what
///   only has to be heard
/// @param isOver whether it told that the thing is off, or has taken place: when that overtakes the
///   news of its beginning, there is nothing left to begin
public record Told(String thing, String contact, Optional<String> begins, boolean isOver) {

  /// Something that begins a contract.
  public static Told begins(String contract, String thing, String contact) {
    return new Told(thing, contact, Optional.of(contract), false);
  }

  /// Something that only has to be heard.
  public static Told heard(String thing, String contact) {
    return new Told(thing, contact, Optional.empty(), false);
  }

  /// Something that will not be, or has been.
  public static Told over(String thing, String contact) {
    return new Told(thing, contact, Optional.empty(), true);
  }
}
