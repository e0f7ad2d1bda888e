package dev.interlock.engine.rounds;

import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.inbox.Arrivals;
import dev.interlock.engine.intents.Allowance;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/// When a page may be read: while the CRM is neither left in peace nor close to the end of its day,
/// within the share of calls and of the day that readings have, while the inbox has room, and not
/// before commands that wait.
final class Leave {
  private static final Duration COMMANDS_GO_FIRST = Duration.ofSeconds(5);
  private static final double PART_OF_THE_DAY = 0.1;
  private static final Duration INBOX_MAY_DRAIN = Duration.ofSeconds(30);

  private final Desk desk;
  private final Store store;
  private final Arrivals arrivals;
  private final Duration longestYield;
  private final Allowance allowance;
  private final AtomicReference<Optional<Instant>> yieldsSince =
      new AtomicReference<>(Optional.empty());

  Leave(Desk desk, Store store, Arrivals arrivals, Looking looking, Pace pace) {
    this.desk = desk;
    this.store = store;
    this.arrivals = arrivals;
    this.longestYield = looking.every();
    double most = pace.perSecond() * looking.share();
    this.allowance = new Allowance(looking.burst(), () -> Math.min(most, partOfTheDay()));
  }

  /// Takes leave to read a page. Commands go first, though not for ever: when they have gone first
  /// for as long as rounds are apart, one page is read.
  ///
  /// @return empty when it may be read; otherwise when to ask again
  Optional<Instant> take(Instant now) {
    Optional<Instant> held = desk.crm().calls().bulkHeldUntil(now);
    if (held.isPresent()) {
      return held;
    }
    if (!arrivals.makesRoom()) {
      return Optional.of(now.plus(INBOX_MAY_DRAIN));
    }
    arrivals.stayedAway();
    if (isCommandWaiting(now)) {
      Instant since = yieldsSince.get().orElse(now);
      yieldsSince.set(Optional.of(since));
      if (now.isBefore(since.plus(longestYield))) {
        return Optional.of(now.plus(COMMANDS_GO_FIRST));
      }
    }
    Optional<Instant> later = allowance.take(now);
    if (later.isEmpty()) {
      yieldsSince.set(Optional.empty());
    }
    return later;
  }

  /// Where the CRM says how many calls a day has, readings spread a part of these over the day.
  private double partOfTheDay() {
    OptionalLong most = desk.crm().calls().mostToday();
    return most.isPresent()
        ? most.getAsLong() * PART_OF_THE_DAY / Duration.ofDays(1).toSeconds()
        : Double.MAX_VALUE;
  }

  /// Reading took so many calls, of which one was taken before, whatever came of it.
  void took(int calls) {
    allowance.takeMore(Math.max(0, calls - 1));
  }

  private boolean isCommandWaiting(Instant now) {
    return !store.read((Tables tables) -> tables.intents().due(desk.id(), now, 1)).isEmpty();
  }
}
