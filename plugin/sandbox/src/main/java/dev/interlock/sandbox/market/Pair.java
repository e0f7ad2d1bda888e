package dev.interlock.sandbox.market;

import dev.interlock.sandbox.records.TokenRow;
import dev.interlock.sandbox.records.TokenRow.Origin;
import dev.interlock.sandbox.records.TokenRow.State;
import java.time.Instant;

/// An access token, the refresh token that came with it, and what became of both.
final class Pair {
  private final String name;
  private final Grant grant;
  private final Origin origin;
  private final Instant mintedAt;
  private Instant expiresAt;
  private boolean isRevoked;
  private boolean isSpent;

  Pair(String name, Grant grant, Origin origin, Instant mintedAt, Instant expiresAt) {
    this.name = name;
    this.grant = grant;
    this.origin = origin;
    this.mintedAt = mintedAt;
    this.expiresAt = expiresAt;
  }

  String name() {
    return name;
  }

  Grant grant() {
    return grant;
  }

  void revoke() {
    isRevoked = true;
  }

  /// Ends the access token early; the refresh token goes on.
  void expire(Instant at) {
    expiresAt = at.isBefore(expiresAt) ? at : expiresAt;
  }

  /// Uses the refresh token, which works once; whether it did.
  boolean spend() {
    if (isSpent || isRevoked) {
      return false;
    }
    isSpent = true;
    return true;
  }

  Access access(Instant now) {
    var bearer = new Bearer(name, grant.holder(), grant.userId(), grant.scopes());
    return switch (accessState(now)) {
      case LIVE -> new Access.Given(bearer);
      case EXPIRED -> new Access.Expired(bearer);
      case REVOKED, SPENT -> new Access.Revoked(bearer);
    };
  }

  private State accessState(Instant now) {
    if (isRevoked) {
      return State.REVOKED;
    }
    return now.isBefore(expiresAt) ? State.LIVE : State.EXPIRED;
  }

  private State refreshState() {
    if (isSpent) {
      return State.SPENT;
    }
    return isRevoked ? State.REVOKED : State.LIVE;
  }

  TokenRow row(Instant now) {
    return new TokenRow(
        name,
        grant.holder().id(),
        grant.holder() instanceof Holder.Company,
        origin,
        mintedAt,
        expiresAt,
        accessState(now),
        refreshState());
  }
}
