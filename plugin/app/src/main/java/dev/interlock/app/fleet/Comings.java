package dev.interlock.app.fleet;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What becomes of an account by what is told of its comings and goings. News arrives in any order,
/// and what was true last holds: each change says when it was so, and what was so before the latest
/// that is known changes nothing any more.
final class Comings {
  /// Nothing is told of an account as early as that.
  private static final Instant NEVER = Instant.EPOCH;

  /// So much may the CRM's clock be ahead of ours.
  private static final Duration A_LITTLE = Duration.ofMinutes(2);

  private Comings() {}

  /// One of which nothing was told yet.
  ///
  /// @param now by our clock
  static Account unknown(InstallationId id, Instant now) {
    return new Account(id, "", "", State.PENDING, "", "", now, NEVER, Optional.empty());
  }

  /// It let us in.
  ///
  /// @param at when that was so
  /// @param now by our clock
  static Account connected(Account known, String company, Instant at, Instant now) {
    Account named = of(known, company);
    boolean isOver = known.state() == State.REMOVED && isLate(at, known, now);
    return isOver ? named : latest(named.in(State.CONNECTED, "", now), at);
  }

  /// It installed the app, and has not let us in yet. One that did stays let in.
  ///
  /// @param at when that was so
  /// @param now by our clock
  static Account installed(Account known, String company, String version, Instant at, Instant now) {
    boolean isOld = isLate(at, known, now);
    Account named = isOld && !known.company().isEmpty() ? known : of(known, company);
    boolean isNewer = !version.isEmpty() && (!isOld || known.appVersion().isEmpty());
    Account versed = isNewer ? named.inVersion(version) : named;
    if (isOld) {
      return versed;
    }
    Account told = versed.told(at);
    return isIn(known)
        ? told
        : told.in(State.PENDING, "it installed the app, and waits for its token", now);
  }

  /// Its agency lists it among those that have the app. Of one that is in this says nothing new,
  /// and a list may lag behind: an uninstall that was sent before is not late by it.
  ///
  /// @param at when the agency was asked
  /// @param now by our clock
  static Account listed(Account known, String company, String version, Instant at, Instant now) {
    Account listed = installed(known, company, version, at, now);
    return isIn(known) ? listed.told(known.told()) : listed;
  }

  /// It uninstalled the app.
  ///
  /// @param at when that was so
  /// @param now by our clock
  static Account removed(Account known, String reason, Instant at, Instant now) {
    if (isLate(at, known, now)) {
      return known;
    }
    return known.state() == State.REMOVED
        ? known.told(at)
        : known.in(State.REMOVED, reason, now).told(at);
  }

  /// How it stands with the tokens of one that was let in. That they are lost or found again is no
  /// coming or going.
  ///
  /// @param lost why none can be had any more; empty when they can
  /// @param now by our clock
  static Account tokens(Account known, Optional<String> lost, Instant now) {
    return isIn(known)
        ? lost.map(reason -> known.in(State.DISCONNECTED, reason, now))
            .orElseGet(() -> known.in(State.CONNECTED, "", now))
        : known;
  }

  /// Whether something later is known. What lies in the future was told by our clock before that
  /// was set back: when it was so nobody knows.
  private static boolean isLate(Instant at, Account known, Instant now) {
    return at.isBefore(known.told()) && !known.told().isAfter(now.plus(A_LITTLE));
  }

  private static boolean isIn(Account account) {
    return switch (account.state()) {
      case CONNECTED, DISCONNECTED -> true;
      case PENDING, REMOVED -> false;
    };
  }

  private static Account of(Account known, String company) {
    return company.isEmpty() ? known : known.of(company);
  }

  private static Account latest(Account known, Instant at) {
    return at.isAfter(known.told()) ? known.told(at) : known;
  }
}
