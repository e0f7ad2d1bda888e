package dev.interlock.sandbox.http;

import java.util.Set;

/// A token that the API accepts.
///
/// @param scopes what it may do, by HighLevel's names of scopes; empty for everything
public record SandboxToken(String value, Set<String> scopes) {
  /// Copies what it is given.
  public SandboxToken {
    scopes = Set.copyOf(scopes);
  }

  /// A token that may do everything.
  public static SandboxToken forEverything(String value) {
    return new SandboxToken(value, Set.of());
  }

  boolean allows(String scope) {
    return scopes.isEmpty() || scopes.contains(scope);
  }

  @Override
  public String toString() {
    return "SandboxToken[scopes=" + scopes + "]";
  }
}
