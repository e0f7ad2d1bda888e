package dev.interlock.engine.store;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import java.time.Instant;
import java.util.Optional;

/// How far walks over all contacts have come.
public interface Sweeps {
  /// How far a walk has come; empty when it has not begun.
  Optional<Progress> progress(InstallationId installation, ContractId contract, String slot);

  /// The last walk of a series that is through; the slots of a series begin with its name and `@`,
  /// and sort by time.
  Optional<String> lastDone(InstallationId installation, ContractId contract, String series);

  /// Takes note of where the walk goes on.
  void goesOn(InstallationId installation, ContractId contract, String slot, String cursor);

  /// The walk is through.
  void done(InstallationId installation, ContractId contract, String slot, Instant at);

  /// How far a walk has come.
  record Progress(String cursor, boolean done) {}
}
