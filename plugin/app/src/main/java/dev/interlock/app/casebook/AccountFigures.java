package dev.interlock.app.casebook;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.DayLine;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.Totals;
import dev.interlock.engine.read.VersionLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How it goes in one account of several, in figures.
///
/// @param versions those that take new entries, and older ones on which runs are under way
/// @param attention how many things somebody has to look at
/// @param drifted how many of these are things that changed in the CRM since contracts went live
/// @param heard when something was heard from the CRM last, by a webhook or by reading what none
///   told
/// @param day what the CRM said last of the day's calls; empty where nothing was
/// @param callsPerRun of the runs that ended lately
public record AccountFigures(
    List<Version> versions,
    long underWay,
    long attention,
    long drifted,
    Optional<Instant> heard,
    Optional<DayLine> day,
    OptionalDouble callsPerRun) {
  public AccountFigures {
    versions = List.copyOf(versions);
  }

  /// A version of a contract there.
  ///
  /// @param active whether it takes new entries
  /// @param isNewest whether no account has a newer one
  public record Version(
      String contract, String hash, boolean active, boolean isNewest, long underWay) {}

  /// Of an account in which nothing ever went live.
  public static AccountFigures none() {
    return new AccountFigures(
        List.of(), 0, 0, 0, Optional.empty(), Optional.empty(), OptionalDouble.empty());
  }

  /// Of one in which something did.
  ///
  /// @param released what all accounts have
  public static AccountFigures of(Records records, InstallationId account, Released released) {
    Totals totals = records.totals(account);
    return new AccountFigures(
        records.versions(account).stream()
            .filter(line -> line.active() || line.underWay() > 0)
            .map(line -> version(line, released))
            .toList(),
        totals.runsUnderWay(),
        totals.attention(),
        records.drifted().getOrDefault(account, 0L),
        records.lastHeard(account),
        records.day(account),
        CallWords.perRun(records.callsPerRun(account)));
  }

  private static Version version(VersionLine line, Released released) {
    return new Version(
        line.contract().text(),
        line.hash(),
        line.active(),
        released.isNewest(line),
        line.underWay());
  }
}
