package dev.interlock.crm.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What is left of the CRM's interval.
///
/// The CRM says how much is left and not when its interval began; answers come in another order
/// than the calls were counted; and calls under way may have been counted or not. So the rest is
/// what was said last, less everything under way. It grows only on the word of a call that was made
/// after the word before was heard. Where nothing is left, a single call tries it once an interval
/// has passed since the current one was seen first: by then the CRM's own is certainly over. Calls
/// of before may still be under way then, and all of them may count as of the new one, so that it
/// tries only where there is room for these too.
final class Interval {
  private static final Duration USUAL = Duration.ofSeconds(10);

  private Duration length = USUAL;
  private OptionalLong most = OptionalLong.empty();

  /// What may still be called, less than nothing included; empty while nothing was said.
  private OptionalLong rest = OptionalLong.empty();

  private long said = Long.MAX_VALUE;

  /// The most that an interval was certainly good for, where that is not said.
  private long mostSeen;

  private long lastBefore;
  private Instant seenFirst = Instant.EPOCH;
  private Instant closedUntil = Instant.EPOCH;
  private final Try tried = new Try();

  /// When there will be a call left; empty when there is one now.
  Optional<Instant> heldUntil(Instant now, int underWay) {
    forgetAnotherTime(now);
    if (now.isBefore(closedUntil)) {
      return Optional.of(closedUntil);
    }
    if (rest.isEmpty() || rest.getAsLong() > 0) {
      return Optional.empty();
    }
    Instant over = seenFirst.plus(length);
    if (now.isBefore(over)) {
      return Optional.of(over);
    }
    return tried.heldUntil(now, underWay, most.orElse(mostSeen));
  }

  void called(Instant now) {
    if (rest.isPresent()) {
      if (rest.getAsLong() <= 0) {
        tried.made(now);
      }
      rest = OptionalLong.of(rest.getAsLong() - 1);
    }
  }

  /// A call was answered.
  ///
  /// @param call the number of the call that was answered
  /// @param latest the number of the call that was made last
  void heard(Quota quota, long call, long latest, int underWay, Instant now) {
    length = quota.interval().orElse(length);
    if (quota.most().isPresent()) {
      most = quota.most();
    }
    if (quota.left().isEmpty()) {
      return;
    }
    long left = quota.left().getAsLong();
    mostSeen = Math.max(mostSeen, left + 1);
    if (left >= said || rest.isEmpty()) {
      // a new interval, since each call takes one, unless the answers came in another order
      seenFirst = now;
    }
    if (left <= said || call > lastBefore) {
      said = left;
      lastBefore = latest;
      rest = OptionalLong.of(left - underWay);
    }
  }

  void close(Instant until) {
    closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
  }

  void tryNow(Instant now) {
    closedUntil = closedUntil.isAfter(now) ? now : closedUntil;
  }

  OptionalLong most() {
    return most;
  }

  OptionalLong left() {
    return rest.isPresent() ? OptionalLong.of(Math.max(0, rest.getAsLong())) : rest;
  }

  /// A clock that was set back would keep it closed for as long.
  private void forgetAnotherTime(Instant now) {
    seenFirst = seenFirst.isAfter(now) ? now : seenFirst;
    Instant longest = now.plus(Duration.ofMinutes(2));
    closedUntil = closedUntil.isAfter(longest) ? longest : closedUntil;
  }
}
