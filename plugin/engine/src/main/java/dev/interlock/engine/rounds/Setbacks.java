package dev.interlock.engine.rounds;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.Cursor;
import dev.interlock.engine.intents.Patience;
import dev.interlock.engine.store.Rounds;
import dev.interlock.engine.store.Rounds.Leg;
import dev.interlock.engine.store.Rounds.Round;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What becomes of a round that cannot go on: it is stored when it is tried again and why, and what
/// was looked at so far stays so.
record Setbacks(
    InstallationId installation, Store store, Time time, Looking looking, Patience patience) {
  private static final Logger LOG = LoggerFactory.getLogger(Setbacks.class);
  private static final Duration WHEN_REFUSED = Duration.ofMinutes(5);
  private static final Duration AT_LEAST = Duration.ofSeconds(1);

  /// Nothing is old enough yet to be looked for.
  void tooEarly(Round round) {
    store(round, Optional.empty(), time.now().plus(looking.every()), "");
  }

  /// The CRM says "not now": these are asked for again later, each time in a row. Others may be
  /// told meanwhile, since it may be one of its addresses that is out of order.
  void notNow(Round round, Leg leg, Duration pause, String reason) {
    Duration longer = pause.plus(AT_LEAST);
    Duration patient = patience.pauseAfter(vain(round) + 1);
    Instant until = time.now().plus(longer.compareTo(patient) > 0 ? longer : patient);
    LOG.debug("readings of {} wait until {}: {}", round.kind(), until, reason);
    store(round, Optional.of(leg), until, reason);
  }

  private int vain(Round round) {
    return store.read((Tables tables) -> tables.rounds().all(installation)).stream()
        .filter(each -> each.kind() == round.kind())
        .mapToInt(Round::vain)
        .findFirst()
        .orElse(0);
  }

  /// The CRM does not let these be read; others it may. The round begins again, since it may be its
  /// page that is refused.
  void refused(Round round, Leg leg, String reason) {
    LOG.warn("the CRM does not let {} be read: {}", round.kind().words(), reason);
    Duration every = looking.every();
    Duration pause = every.compareTo(WHEN_REFUSED) > 0 ? every : WHEN_REFUSED;
    store(round, Optional.of(leg.at(Cursor.start())), time.now().plus(pause), reason);
  }

  private void store(Round round, Optional<Leg> leg, Instant again, String reason) {
    store
        .write(tables -> {
          Rounds rounds = tables.rounds();
          rounds.stopped(installation, round.kind(), leg, again, reason);
          return again;
        })
        .join();
  }
}
