package dev.interlock.sandbox.market;

/// What an access token that was shown is good for.
public sealed interface Access {
  /// It works.
  record Given(Bearer bearer) implements Access {}

  /// Its time is over.
  record Expired() implements Access {}

  /// Nobody gave it, or it was taken back.
  record Unknown() implements Access {}
}
