package dev.interlock.app.casebook;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.core.Relocation;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.engine.read.PlaceCount;
import java.util.Map;
import java.util.Optional;

/// What becomes of runs under way when other versions of their contracts take new entries.
///
/// @param next the contracts that would take new entries
/// @param named places of the old versions that are called otherwise in the new ones
public record Impact(Casebook casebook, ContractSet next, Map<NodeId, NodeId> named) {
  public Impact {
    named = Map.copyOf(named);
  }

  /// What can become of the runs that stand at one place.
  public sealed interface Prospect {
    /// Their version stays the one that takes new entries.
    record Unchanged() implements Prospect {}

    /// They can be moved, or finish on their version.
    ///
    /// @param there where; empty for those that wait in turn
    record Movable(Optional<NodeId> there) implements Prospect {}

    /// They can be moved a little later, or finish on their version.
    ///
    /// @param why as in "they are in the middle of a step"
    record Later(String why) implements Prospect {}

    /// They can only finish on their version.
    record Bound(String why) implements Prospect {}
  }

  /// What can become of the runs at one place of a version.
  public Prospect of(PlaceCount standing) {
    var fresh = next.contract(standing.contract());
    if (fresh.isEmpty()) {
      return new Prospect.Bound("this workflow is not among the new ones");
    }
    if (ContentHash.of(fresh.get()).hex().equals(standing.hash())) {
      return new Prospect.Unchanged();
    }
    return casebook
        .program(standing.contract(), standing.hash())
        .map(old -> new Relocation(old, Program.of(fresh.get()), named))
        .map(relocation ->
            relocation
                .obstacle()
                .<Prospect>map(Prospect.Bound::new)
                .orElseGet(() -> at(relocation, standing)))
        .orElseGet(() -> new Prospect.Bound("their version cannot be read by this Interlock"));
  }

  private static Prospect at(Relocation relocation, PlaceCount standing) {
    return switch (standing.state()) {
      case WAITING, AWAITING, HELD -> standing(relocation, standing);
      case PAUSED ->
          standing
                  .place()
                  .map(relocation.from()::node)
                  .filter(Node.ActNode.class::isInstance)
                  .isPresent()
              ? new Prospect.Later("they were paused in the middle of a step")
              : standing(relocation, standing);
      case QUEUED -> new Prospect.Movable(Optional.empty());
      case COMMANDED, READY -> new Prospect.Later("they are in the middle of a step");
      case DOUBTFUL -> new Prospect.Later("somebody has to say what became of their step");
      case CLOSING, VERIFYING -> new Prospect.Bound("they are leaving already");
      case ENDED, TURNED_AWAY -> new Prospect.Bound("they are over");
    };
  }

  private static Prospect standing(Relocation relocation, PlaceCount standing) {
    return standing
        .place()
        .map(place -> counterpart(relocation, place))
        .orElseGet(() -> new Prospect.Movable(Optional.empty()));
  }

  private static Prospect counterpart(Relocation relocation, NodeId place) {
    return switch (relocation.of(place)) {
      case Relocation.Counterpart.There(var there) -> new Prospect.Movable(Optional.of(there));
      case Relocation.Counterpart.Nowhere(var why) -> new Prospect.Bound(why);
    };
  }
}
