package dev.interlock.app.fleet;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.calls.Calls;
import dev.interlock.engine.Engine;
import dev.interlock.engine.read.DayLine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what each account's CRM said last of the day's calls, for whoever asks beside the server:
/// the figures themselves live in the process. Thread-safe.
final class DayBook {
  private static final Logger LOG = LoggerFactory.getLogger(DayBook.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Engine engine;
  private final Map<InstallationId, Long> kept = new HashMap<>();
  private Instant notBefore = Instant.MIN;

  DayBook(Engine engine) {
    this.engine = engine;
  }

  /// What was said of an account's day; empty where nothing was.
  static Optional<DayLine> line(Calls calls, Instant now) {
    var left = calls.leftToday();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(new DayLine(calls.mostToday(), left.getAsLong(), calls.dayTurns(), now));
  }

  /// Stores it for those of these in which calls were made since it was stored last, all at once
  /// and not more often than it is worth.
  synchronized void keep(List<Member> members, Instant now) {
    Instant next = now.plus(EVERY);
    // what lies further ahead is of a clock that was set back since
    if (now.isBefore(notBefore) && !notBefore.isAfter(next)) {
      return;
    }
    notBefore = next;
    var news = new HashMap<InstallationId, DayLine>();
    for (Member member : members) {
      Calls calls = member.tenant().crm().calls();
      long made = calls.made();
      boolean isNews = kept.getOrDefault(member.id(), 0L) != made;
      if (isNews && member.tenant().isLive()) {
        line(calls, now).ifPresent(day -> news.put(member.id(), day));
        kept.put(member.id(), made);
      }
    }
    if (!news.isEmpty()) {
      int stored =
          engine.keep(tables -> {
            news.forEach(tables.allowances()::said);
            return news.size();
          });
      LOG.debug("the day's calls of {} accounts are kept", stored);
    }
  }
}
