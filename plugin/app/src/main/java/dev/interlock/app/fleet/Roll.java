package dev.interlock.app.fleet;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.Engine;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import dev.interlock.engine.store.Tables;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The accounts that installed the app, as the store has them. What is changed here is safe on disk
/// when the change returns.
record Roll(Engine engine, InstantSource clock) {
  private static final Logger LOG = LoggerFactory.getLogger(Roll.class);

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
      Account changed = change.apply(tables.accounts().find(id).orElseGet(() -> unknown(id, now)));
      tables.accounts().put(changed);
      return changed;
    });
  }

  private static Account unknown(InstallationId id, Instant now) {
    return new Account(id, "", "", State.PENDING, "", "", now);
  }

  /// It let us in, now.
  Account connected(InstallationId id, String company) {
    Instant now = clock.instant();
    return change(
        id,
        known -> {
          Account in = known.in(State.CONNECTED, "", now).since(now);
          return company.isEmpty() ? in : in.of(company);
        });
  }

  /// It installed the app, and has not let us in yet. One that did stays let in, and one that
  /// uninstalled it since then stays so.
  ///
  /// @param sentAt when this was so; empty where nobody says
  Account installed(InstallationId id, String company, String version, Optional<Instant> sentAt) {
    return change(
        id,
        known -> {
          Account named = company.isEmpty() ? known : known.of(company);
          Account now = version.isEmpty() ? named : named.inVersion(version);
          boolean isOld =
              now.state() == State.REMOVED
                  && sentAt.filter(at -> at.isBefore(now.since())).isPresent();
          boolean isIn = now.state() == State.CONNECTED || now.state() == State.DISCONNECTED;
          return isIn || isOld
              ? now
              : now.in(
                  State.PENDING, "it installed the app, and waits for its token", clock.instant());
        });
  }

  /// It uninstalled the app.
  ///
  /// @param sentAt when this was so; empty where nobody says
  /// @return whether that is news: false where it let us in, or installed the app, since then
  boolean removed(InstallationId id, String reason, Optional<Instant> sentAt) {
    Instant now = clock.instant();
    return engine.keep(tables -> {
      Account known = tables.accounts().find(id).orElseGet(() -> unknown(id, now));
      boolean isLate = sentAt.filter(at -> at.isBefore(known.since())).isPresent();
      if (known.state() == State.REMOVED || isLate) {
        tables.accounts().put(known);
        return false;
      }
      tables.accounts().put(known.in(State.REMOVED, reason, now));
      // its workflows cannot be told anything any more
      tables.announcements().dropOpen(id, reason);
      return true;
    });
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
    change(
        id,
        known ->
            switch (known.state()) {
              case CONNECTED, DISCONNECTED ->
                  lost.map(reason -> known.in(State.DISCONNECTED, reason, clock.instant()))
                      .orElseGet(() -> known.in(State.CONNECTED, "", clock.instant()));
              case PENDING, REMOVED -> known;
            });
  }
}
