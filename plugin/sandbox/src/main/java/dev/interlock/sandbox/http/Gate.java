package dev.interlock.sandbox.http;

import dev.interlock.sandbox.market.Access;
import dev.interlock.sandbox.market.Bearer;
import dev.interlock.sandbox.market.Holder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Lets in who shows a token that is good for the operation.
final class Gate {
  private static final String WRONG_CLASS = "authClass type is not allowed to access this scope";

  private final Map<String, List<SandboxToken>> fixed = new ConcurrentHashMap<>();
  private final Function<String, Access> given;

  /// @param given what tokens are good for that are not fixed
  Gate(Function<String, Access> given) {
    this.given = given;
  }

  /// Accepts fixed tokens for a location, and no others than these.
  void accept(String locationId, List<SandboxToken> tokens) {
    fixed.put(locationId, List.copyOf(tokens));
  }

  /// Whom a request speaks for, which is noted in it even when its token works no more.
  ///
  /// An expired token and one that was taken back are refused in two ways, as the vendor does, and
  /// callers have to take both for one.
  Bearer bearer(Exchange exchange) {
    var authorization = exchange.header("Authorization");
    if (!authorization.startsWith("Bearer ")) {
      throw Refused.unauthorized("Invalid JWT");
    }
    return switch (access(authorization.substring("Bearer ".length()).strip())) {
      case Access.Given(var bearer) -> exchange.isBy(bearer);
      case Access.Expired(var bearer) -> {
        exchange.isBy(bearer);
        throw Refused.unauthorized("Invalid JWT");
      }
      case Access.Revoked(var bearer) -> {
        exchange.isBy(bearer);
        throw notValid();
      }
      case Access.Unknown _ -> throw notValid();
    };
  }

  private static Refused notValid() {
    return Refused.unauthorized("Invalid token: access token is invalid");
  }

  private Access access(String shown) {
    for (var location : fixed.entrySet()) {
      for (var token : location.getValue()) {
        if (token.value().equals(shown)) {
          var holder = new Holder.Location(location.getKey());
          return new Access.Given(new Bearer("fixed", holder, "", token.scopes()));
        }
      }
    }
    return given.apply(shown);
  }

  /// The location that a caller may ask about.
  static String location(Bearer bearer) {
    return switch (bearer.holder()) {
      case Holder.Location(var id) -> id;
      case Holder.Company _ -> throw Refused.unauthorized(WRONG_CLASS);
    };
  }

  /// Lets pass only who speaks for a whole company.
  static void checkCompany(Bearer bearer) {
    if (bearer.holder() instanceof Holder.Location) {
      throw Refused.unauthorized(WRONG_CLASS);
    }
  }

  static void check(Bearer bearer, String scope) {
    if (!bearer.allows(scope)) {
      throw Refused.unauthorized("The token is not authorized for this scope.");
    }
  }
}
