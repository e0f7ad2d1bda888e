package dev.interlock.crm.highlevel.oauth;

import dev.interlock.crm.highlevel.wire.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The CRM refuses a token that it gave a moment ago: it is not about the token, and yet another
/// one would be refused as well. Each renewal uses a refresh token up, so there are few.
///
/// Written under the lock of whoever renews, and read by whoever needs a token.
final class FreshRefusals {
  /// A token that was had less than that ago is refused for what it is of, and not for its age.
  private static final Duration FRESH = Duration.ofMinutes(5);

  private static final Duration LONGEST_HOLD = Duration.ofHours(1);

  private volatile State state = State.NONE;

  /// @param renewedAt when the token was had that is kept
  /// @param refused the one that was refused, while it is
  /// @param until no other one is asked for before that
  /// @param hold how long that is the next time
  /// @param isPending whether it is not known yet that tokens are taken again
  private record State(
      Instant renewedAt,
      Optional<AccessToken> refused,
      Instant until,
      Duration hold,
      boolean isPending) {
    static final State NONE = new State(Instant.MIN, Optional.empty(), Instant.MIN, FRESH, false);
  }

  /// Why no other token is asked for, and for how long not.
  record Hold(Duration pause, String reason) {}

  /// Whether this token was refused, and nothing better is to be had yet.
  boolean isOf(AccessToken token) {
    return state.refused().filter(token::equals).isPresent();
  }

  /// Whether tokens were refused until lately, and the last one has not been for long enough.
  boolean isOver(Instant now) {
    State is = state;
    return is.isPending() && is.refused().isEmpty() && !isFresh(is, now);
  }

  /// Whether tokens were refused until lately, and may be still.
  boolean isPending(Instant now) {
    return state.isPending() && !isOver(now);
  }

  /// Another token was had.
  void renewed(Instant now) {
    State is = state;
    state = new State(now, Optional.empty(), Instant.MIN, is.hold(), is.isPending());
  }

  void forget() {
    state = State.NONE;
  }

  /// Why a token that was refused is not renewed; empty when it is to be.
  Optional<Hold> whyNotRenewed(AccessToken refused, Instant now) {
    State is = state;
    if (isOf(refused)) {
      return now.isBefore(is.until()) ? Optional.of(held(is, now)) : Optional.empty();
    }
    if (!isFresh(is, now)) {
      return Optional.empty();
    }
    Duration next = is.hold().multipliedBy(2);
    state =
        new State(
            is.renewedAt(),
            Optional.of(refused),
            now.plus(is.hold()),
            next.compareTo(LONGEST_HOLD) < 0 ? next : LONGEST_HOLD,
            true);
    return Optional.of(held(state, now));
  }

  private static boolean isFresh(State is, Instant now) {
    return !is.renewedAt().equals(Instant.MIN) && now.isBefore(is.renewedAt().plus(FRESH));
  }

  private static Hold held(State is, Instant now) {
    return new Hold(
        Duration.between(now, is.until()),
        "the CRM refuses a token that it had just made: look there whether the sub-account is active"
            + " and the app still in it");
  }
}
