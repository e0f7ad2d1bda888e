package dev.interlock.sandbox.market;

import java.util.Set;

/// A caller who has shown a token that works.
///
/// @param token the token's name in the records
/// @param userId who gave it; empty for a fixed token
/// @param scopes what it may do; empty for everything
public record Bearer(String token, Holder holder, String userId, Set<String> scopes) {
  /// Copies what it is given.
  public Bearer {
    scopes = Set.copyOf(scopes);
  }

  /// Whether it may do what a scope covers.
  public boolean allows(String scope) {
    return scopes.isEmpty() || scopes.contains(scope);
  }
}
