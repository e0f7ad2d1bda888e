package dev.interlock.torture.ledger;

import dev.interlock.core.run.Effect.Concern;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What Interlock says at the end.
///
/// @param at when it was asked, by the clock that it was given
/// @param heard ids of events, by contact
public record Said(
    Instant at,
    List<RunSaid> runs,
    List<RefusalSaid> refusals,
    Map<String, Set<String>> heard,
    List<LaneSaid> lanes) {
  public Said {
    runs = List.copyOf(runs);
    refusals = List.copyOf(refusals);
    heard = Map.copyOf(heard);
    lanes = List.copyOf(lanes);
  }

  /// A run.
  ///
  /// @param cause the id of the event that began it
  /// @param alarm when its timer is due
  /// @param raised what somebody was told of that is wrong with it
  public record RunSaid(
      String run,
      String contact,
      String contract,
      String cause,
      RunState state,
      Optional<Instant> alarm,
      Optional<String> exit,
      Optional<ProofState> proof,
      Optional<Instant> endedAt,
      Set<Concern> raised) {
    public RunSaid {
      raised = Set.copyOf(raised);
    }

    /// Whether it is over, or never began.
    public boolean isOver() {
      return state == RunState.ENDED || state == RunState.TURNED_AWAY;
    }
  }

  /// A contact that was turned away.
  ///
  /// @param reasons how many reasons are given
  public record RefusalSaid(String contact, String contract, String cause, int reasons) {}

  /// A lane that is held.
  public record LaneSaid(String lane, String contact, String run) {}
}
