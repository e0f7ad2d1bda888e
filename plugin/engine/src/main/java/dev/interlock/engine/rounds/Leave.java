package dev.interlock.engine.rounds;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.inbox.Arrivals;
import dev.interlock.engine.intents.Allowance;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// When a page may be read: within the share of calls that readings have, while the inbox has room,
/// and not before commands that wait.
final class Leave {
  private static final Duration COMMANDS_GO_FIRST = Duration.ofSeconds(5);
  private static final Duration INBOX_MAY_DRAIN = Duration.ofSeconds(30);

  private final InstallationId installation;
  private final Store store;
  private final Arrivals arrivals;
  private final Duration longestYield;
  private final Allowance allowance;
  private final AtomicReference<Optional<Instant>> yieldsSince =
      new AtomicReference<>(Optional.empty());

  Leave(InstallationId installation, Store store, Arrivals arrivals, Looking looking, Pace pace) {
    this.installation = installation;
    this.store = store;
    this.arrivals = arrivals;
    this.longestYield = looking.every();
    this.allowance = new Allowance(looking.burst(), pace.perSecond() * looking.share());
  }

  /// Takes leave to read a page. Commands go first, though not for ever: when they have gone first
  /// for as long as rounds are apart, one page is read.
  ///
  /// @return empty when it may be read; otherwise when to ask again
  Optional<Instant> take(Instant now) {
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

  /// The page took so many calls, of which one was taken before.
  void took(int calls) {
    allowance.takeMore(Math.max(0, calls - 1));
  }

  private boolean isCommandWaiting(Instant now) {
    return !store.read((Tables tables) -> tables.intents().due(installation, now, 1)).isEmpty();
  }
}
