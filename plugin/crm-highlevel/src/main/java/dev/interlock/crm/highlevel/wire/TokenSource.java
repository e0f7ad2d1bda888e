package dev.interlock.crm.highlevel.wire;

/// Knows the token that is valid now; asked before every call, so it may change in between.
@FunctionalInterface
public interface TokenSource {
  AccessToken token();

  /// A token that never changes, as private integrations have it.
  static TokenSource fixed(AccessToken token) {
    return () -> token;
  }
}
