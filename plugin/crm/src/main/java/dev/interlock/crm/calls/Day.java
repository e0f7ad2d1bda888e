package dev.interlock.crm.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What is left of the CRM's day. When its day turns is said by some only: with the others, one
/// call an hour asks.
final class Day {
  /// Which part of the day is kept for leaving and for answers.
  private static final int RESERVED_PART = 20;

  private static final Duration KNOCK = Duration.ofHours(1);

  /// Whoever asks may have looked at the clock a while before.
  private static final Duration A_WHILE = Duration.ofMinutes(2);

  private OptionalLong most = OptionalLong.empty();
  private OptionalLong left = OptionalLong.empty();
  private Instant turns = Instant.EPOCH;

  /// When that was said.
  private Instant said = Instant.EPOCH;

  private final Try tried = new Try();

  /// When any call may be made again; empty when one may now.
  Optional<Instant> heldUntil(Instant now, int underWay) {
    forgetAnotherTime(now);
    if (left.isEmpty() || left.getAsLong() > 0) {
      return Optional.empty();
    }
    if (now.isBefore(turns)) {
      return Optional.of(turns);
    }
    return tried.heldUntil(now, underWay, Long.MAX_VALUE);
  }

  /// When there is time again for what is neither leaving nor an answer.
  Optional<Instant> bulkHeldUntil(Instant now) {
    forgetAnotherTime(now);
    return isReserved() && now.isBefore(turns) ? Optional.of(turns) : Optional.empty();
  }

  /// Whether what is left is kept for leaving and for answers.
  boolean isReserved() {
    return left.isPresent() && left.getAsLong() <= reserve();
  }

  boolean isSpent() {
    return left.isPresent() && left.getAsLong() <= 0;
  }

  private long reserve() {
    return most.orElse(0) / RESERVED_PART;
  }

  void called(Instant now) {
    if (isSpent()) {
      tried.made(now);
    }
    if (left.isPresent() && left.getAsLong() > 0) {
      left = OptionalLong.of(left.getAsLong() - 1);
    }
  }

  void heard(Quota quota, Instant now) {
    if (quota.mostToday().isPresent()) {
      most = quota.mostToday();
    }
    if (quota.leftToday().isPresent()) {
      left = quota.leftToday();
    }
    quota.dayTurnsIn().ifPresent(span -> turns(now.plus(span), now));
    if (isReserved() && !now.isBefore(turns)) {
      turns(now.plus(KNOCK), now);
    }
  }

  /// A call was served: whatever the day was, it is not spent.
  void served() {
    if (isSpent()) {
      left = OptionalLong.empty();
    }
  }

  void spent(Instant until, Instant now) {
    left = OptionalLong.of(0);
    turns(until, now);
  }

  void tryNow(Instant now) {
    turns(now, now);
  }

  private void turns(Instant moment, Instant now) {
    turns = moment;
    said = now;
  }

  Instant turns() {
    return turns;
  }

  OptionalLong most() {
    return most;
  }

  OptionalLong left() {
    return left;
  }

  /// By a clock that was set back since, nobody knows when it turns.
  private void forgetAnotherTime(Instant now) {
    Instant knock = now.plus(KNOCK);
    boolean isUnknown =
        said.isAfter(now.plus(A_WHILE)) || turns.isAfter(now.plus(Duration.ofDays(1)));
    if (isUnknown && turns.isAfter(knock)) {
      turns = knock;
    }
  }
}
