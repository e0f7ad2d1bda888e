package dev.interlock.sandbox.market;

/// What an access token that was shown is good for.
public sealed interface Access {
  /// It works.
  record Given(Bearer bearer) implements Access {}

  /// Its time is over.
  record Expired(Bearer bearer) implements Access {}

  /// It was taken back.
  record Revoked(Bearer bearer) implements Access {}

  /// Nobody ever gave it.
  record Unknown() implements Access {}
}
