package dev.interlock.sandbox.http;

import java.util.List;

/// Lets in who shows a token that is good for the operation.
final class Gate {
  private volatile List<SandboxToken> tokens;

  Gate(List<SandboxToken> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  void accept(List<SandboxToken> others) {
    tokens = List.copyOf(others);
  }

  /// The token that an `Authorization` header shows.
  SandboxToken token(String authorization) {
    if (!authorization.startsWith("Bearer ")) {
      throw Refused.unauthorized("Invalid JWT");
    }
    var shown = authorization.substring("Bearer ".length()).strip();
    return tokens.stream()
        .filter(token -> token.value().equals(shown))
        .findFirst()
        .orElseThrow(() -> Refused.unauthorized("Invalid token: access token is invalid"));
  }

  static void check(SandboxToken token, Route route) {
    if (!token.allows(route.needs().scope())) {
      throw Refused.unauthorized("The token is not authorized for this scope.");
    }
  }
}
