package dev.interlock.sandbox.market;

import java.time.Duration;

/// What becomes of a request for a token.
public sealed interface Minting {
  /// A new pair.
  record Minted(String access, String refresh, Duration life, Grant grant) implements Minting {
    @Override
    public String toString() {
      return "Minted[" + grant + "]";
    }
  }

  /// The code or refresh token is used, too old, taken back, or was never given.
  record NotGranted() implements Minting {}

  /// The location is suspended.
  record NotActive() implements Minting {}

  /// The company is not the token's, or has no such location.
  record Mismatch() implements Minting {}

  /// The app is not installed in the location.
  record NotInstalled() implements Minting {}
}
