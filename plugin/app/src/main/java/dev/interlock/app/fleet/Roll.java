package dev.interlock.app.fleet;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.Engine;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import dev.interlock.engine.store.Tables;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The accounts that installed the app, as the store has them. What is changed here is safe on disk
/// when the change returns.
record Roll(Engine engine, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Roll.class);

  private static final Set<RunState> TO_END =
      EnumSet.complementOf(
          EnumSet.of(RunState.CLOSING, RunState.VERIFYING, RunState.ENDED, RunState.TURNED_AWAY));

  List<Account> all() {
    return engine.ask((Tables tables) -> tables.accounts().all());
  }

  Optional<Account> find(InstallationId id) {
    return engine.ask((Tables tables) -> tables.accounts().find(id));
  }

  /// Changes an account, and adds it where it is not there yet.
  ///
  /// @return as it is now
  Account change(InstallationId id, UnaryOperator<Account> change) {
    Instant now = clock.instant();
    return engine.keep(tables -> {
      Account changed =
          change.apply(tables.accounts().find(id).orElseGet(() -> Comings.unknown(id, now)));
      tables.accounts().put(changed);
      return changed;
    });
  }

  /// It let us in.
  ///
  /// @param at when that was so; one that uninstalled the app since then stays so
  Account connected(InstallationId id, String company, Instant at) {
    return change(id, known -> Comings.connected(known, company, at, clock.instant()));
  }

  /// A token of it is here that was had earlier, nobody knows when.
  Account entered(InstallationId id) {
    return change(id, known -> Comings.connected(known, "", known.told(), clock.instant()));
  }

  /// It installed the app, and has not let us in yet. One that did stays let in, and one that
  /// uninstalled it since then stays so.
  ///
  /// @param sentAt when this was so; empty where nobody says
  Account installed(InstallationId id, String company, String version, Optional<Instant> sentAt) {
    Instant now = clock.instant();
    return change(id, known -> Comings.installed(known, company, version, at(sentAt, now), now));
  }

  /// Its agency lists it among those that have the app.
  ///
  /// @param askedAt when the agency was asked
  Account listed(InstallationId id, String company, String version, Instant askedAt) {
    return change(id, known -> Comings.listed(known, company, version, askedAt, clock.instant()));
  }

  /// It uninstalled the app. One that nobody knew is kept as gone, so that an install from before
  /// that comes later is known to be over.
  ///
  /// @param sentAt when this was so; empty where nobody says
  /// @return whether that is news: false where it let us in, or installed the app, since then
  boolean removed(InstallationId id, String reason, Optional<Instant> sentAt) {
    Instant now = clock.instant();
    return engine.keep(tables -> {
      Account known = tables.accounts().find(id).orElseGet(() -> Comings.unknown(id, now));
      Account then = Comings.removed(known, reason, at(sentAt, now), now);
      tables.accounts().put(then);
      boolean isNews = then.state() == State.REMOVED && known.state() != State.REMOVED;
      if (isNews) {
        // its workflows cannot be told anything any more
        tables.announcements().dropOpen(id, reason);
      }
      return isNews;
    });
  }

  /// Nothing was sent later than now: a clock that is ahead of ours must not make late what is sent
  /// after that.
  private static Instant at(Optional<Instant> sentAt, Instant now) {
    return sentAt.filter(at -> at.isBefore(now)).orElse(now);
  }

  /// Whether it installed the app, let in or not.
  boolean isIn(InstallationId id) {
    return find(id).filter(account -> account.state() != State.REMOVED).isPresent();
  }

  /// Whether runs of it are under way.
  boolean hasRuns(InstallationId id) {
    var records = engine.records();
    return records.installations().contains(id)
        && !records.runs(id, RunFilter.all().underWay(), 1, 0).isEmpty();
  }

  /// Whether runs of it are under way that are not leaving yet.
  boolean hasRunsToEnd(InstallationId id) {
    return hasRuns(id)
        && TO_END.stream()
            .anyMatch(
                state -> !engine.records().runs(id, RunFilter.all().in(state), 1, 0).isEmpty());
  }

  /// The time zone that its runs were in when contracts went live in it last.
  ZoneId zone(InstallationId id) {
    return engine.records().zone(id);
  }

  /// How it stands with its tokens, for one that was let in.
  ///
  /// @param lost why none can be had any more; empty when they can
  void tokens(String location, Optional<String> lost) {
    var id = new InstallationId(location);
    lost.ifPresent(reason -> LOG.error("no token can be had for {}: {}", id, reason));
    change(id, known -> Comings.tokens(known, lost, clock.instant()));
  }
}
