package dev.interlock.engine.store;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Contract versions as texts: every one that ever ran, readable without the jar it came in.
public interface Versions {
  /// Makes exactly these the versions that take new entries, adding those not yet known. Runs stay
  /// on the version they began with.
  void activate(InstallationId installation, Loaded loaded, Instant now);

  /// The contracts that take new entries.
  Set<ContractId> active(InstallationId installation);

  /// The canonical text of a version.
  Optional<String> text(InstallationId installation, ContractId contract, String hash);

  /// The hash of the version of the contract that was added last, whether it takes entries or not.
  Optional<String> latest(InstallationId installation, ContractId contract);

  /// The operation that is in force now, as canonical text.
  Optional<String> operation(InstallationId installation);

  /// An operation and its contracts, as texts.
  record Loaded(String operationHash, String operationText, Iterable<Version> versions) {}

  /// One contract version.
  record Version(ContractId contract, String hash, String title, String text) {}
}
