package dev.interlock.app.gate;

import dev.interlock.app.plugin.Inventory;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.Review;

/// Whether the contracts in the plugins folder may go live.
public sealed interface Judgement {

  /// What was found, with its places.
  Review review();

  /// What lies in the folder, file by file.
  Inventory inventory();

  /// They may.
  record Sound(ContractSet set, Report report, Review review, Inventory inventory)
      implements Judgement {}

  /// They may not.
  ///
  /// @param unreadable whether a file could not be read, which may be because it is being written
  record Refused(Review review, Inventory inventory, boolean unreadable) implements Judgement {}
}
