package dev.interlock.app.casebook;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.LaneName;
import dev.interlock.engine.read.EntryLine;
import dev.interlock.engine.read.LaneLine;
import dev.interlock.engine.read.RunSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A lane of a contact: who holds it, and who waits for it.
///
/// @param holder empty in a moment between two of them
/// @param waiting the one that comes next first
public record LaneRow(
    LaneName lane,
    ContactId contact,
    String contactName,
    Optional<LaneLine> holder,
    List<Waiting> waiting) {
  public LaneRow {
    waiting = List.copyOf(waiting);
  }

  /// Somebody who waits for a lane.
  public sealed interface Waiting {
    /// What the contact is to enter.
    ContractId contract();

    /// Since when.
    Instant since();

    /// An entry that displaced the holder, and begins when that has left.
    record Entering(EntryLine entry) implements Waiting {
      @Override
      public ContractId contract() {
        return entry.contract();
      }

      @Override
      public Instant since() {
        return entry.since();
      }
    }

    /// A run that begins when nobody holds the lane, and is turned away when its time is up;
    /// neither while it is paused.
    record InTurn(RunSummary run) implements Waiting {
      @Override
      public ContractId contract() {
        return run.contract();
      }

      @Override
      public Instant since() {
        return run.begunAt();
      }
    }
  }

  /// Whether the contract holds the lane or waits for it.
  public boolean concerns(ContractId contract) {
    return Stream.concat(
            holder.stream().map(LaneLine::contract), waiting.stream().map(Waiting::contract))
        .anyMatch(contract::equals);
  }
}
