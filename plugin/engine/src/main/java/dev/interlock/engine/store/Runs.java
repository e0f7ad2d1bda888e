package dev.interlock.engine.store;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Runs. At most one is under way per contact, contract and key.
public interface Runs {
  /// Runs of the contact under way, the oldest first.
  List<Stored> underWay(InstallationId installation, ContactId contact);

  /// Runs of the contact that ended, the latest first. Those that never began are not among them.
  List<Surroundings.Past> ended(InstallationId installation, ContactId contact);

  /// A run.
  Optional<Stored> find(InstallationId installation, RunId run);

  /// Adds a run.
  ///
  /// @throws ConflictException when the same one, or another for the same contact, contract and
  ///   key, is there already
  default void add(InstallationId installation, Run run, Instant now) {
    add(installation, run, 0, now);
  }

  /// Adds a run that took calls to the CRM already.
  ///
  /// @throws ConflictException when the same one, or another for the same contact, contract and
  ///   key, is there already
  void add(InstallationId installation, Run run, int calls, Instant now);

  /// Replaces a run.
  ///
  /// @throws ConflictException when it changed since it was read
  default void replace(InstallationId installation, Stored before, Run after, Instant now) {
    replace(installation, before, after, 0, now);
  }

  /// Replaces a run that took more calls to the CRM.
  ///
  /// @throws ConflictException when it changed since it was read
  void replace(InstallationId installation, Stored before, Run after, int calls, Instant now);

  /// The run is on another version of its contract from now on, which is stored.
  void follow(InstallationId installation, Run run);

  /// The run took more calls to the CRM; nothing when it is not there.
  void called(InstallationId installation, RunId run, int calls);

  /// Timers that are due, in the order in which they fell due.
  List<Due> due(InstallationId installation, Instant now, int limit);

  /// When the first timer after a moment is due.
  Optional<Instant> nextAlarm(InstallationId installation, Instant after);

  /// The contract versions that runs under way stay on.
  Set<OnVersion> versions(InstallationId installation);

  /// A contract version.
  record OnVersion(ContractId contract, String hash) {}

  /// A run, and how often it was changed.
  record Stored(Run run, long version) {}

  /// A timer that is due.
  record Due(RunId run, ContactId contact, Instant alarm) {}
}
