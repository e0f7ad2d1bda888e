package dev.interlock.app.casebook;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.VersionLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The newest released version of each contract among all accounts: of those that take new entries
/// somewhere, the one that came last to any. A version that was taken back everywhere is none, and
/// one to which an account went back is as old as it was.
///
/// @param newest hashes by contract
public record Released(Map<ContractId, String> newest) {
  public Released {
    newest = Map.copyOf(newest);
  }

  /// What is released now.
  public static Released of(Records records) {
    var since = new HashMap<Version, Instant>();
    var live = new HashSet<Version>();
    for (InstallationId account : records.installations()) {
      for (VersionLine line : records.versions(account)) {
        var version = new Version(line.contract(), line.hash());
        since.merge(version, line.addedAt(), Released::earlier);
        if (line.active()) {
          live.add(version);
        }
      }
    }
    return new Released(newest(live, since));
  }

  private record Version(ContractId contract, String hash) {}

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Map<ContractId, String> newest(Set<Version> live, Map<Version, Instant> since) {
    // the hash decides between two that came at the same moment, so that the answer is always one
    List<Version> sorted =
        live.stream()
            .sorted(Comparator.<Version, Instant>comparing(since::get).thenComparing(Version::hash))
            .toList();
    var newest = new HashMap<ContractId, String>();
    sorted.forEach(version -> newest.put(version.contract(), version.hash()));
    return newest;
  }

  /// Whether there is none newer.
  public boolean isNewest(VersionLine line) {
    return line.hash().equals(newest.get(line.contract()));
  }
}
