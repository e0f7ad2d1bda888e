package dev.interlock.crm.highlevel.wire;

import java.time.Duration;
import java.util.Optional;

/// Knows the token that is valid now; asked before every call, so it may change in between.
///
/// Asking may take a call of its own, to renew a token that is about to expire.
@FunctionalInterface
public interface TokenSource {
  Grant token();

  /// What to do when the CRM does not accept a token that it was told; asked once for each call.
  ///
  /// @return another one, or why there is none now; empty when there is nothing but the refused one
  default Optional<Grant> insteadOf(AccessToken refused) {
    return Optional.empty();
  }

  /// Whether there is a token.
  sealed interface Grant {
    record Valid(AccessToken token) implements Grant {}

    /// None at the moment.
    ///
    /// @param pause after which to ask again
    record Later(Duration pause, String reason) implements Grant {}

    /// None, and there will be none: the app is no longer installed.
    record Withdrawn(String reason) implements Grant {}
  }

  /// A token that never changes, as private integrations have it.
  static TokenSource fixed(AccessToken token) {
    return () -> new Grant.Valid(token);
  }
}
