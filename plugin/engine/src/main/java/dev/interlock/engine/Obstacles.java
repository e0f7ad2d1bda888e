package dev.interlock.engine;

import dev.interlock.core.Relocation;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.engine.decide.Matter;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.desk.Edition;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import java.util.Optional;

/// Why orders cannot be carried out as things stand. Asked in the contact's turn.
record Obstacles(Desk desk, Store store) {

  /// There is one run at a time of a contract, contact and key, so that one that is over cannot be
  /// opened again.
  Optional<String> toOpening(Run run) {
    boolean again =
        run.standing().isOver()
            && store
                .read((Tables tables) -> tables.runs().underWay(desk.id(), run.contact()))
                .stream()
                .map(Runs.Stored::run)
                .anyMatch(other ->
                    other.contract().equals(run.contract()) && other.key().equals(run.key()));
    return again
        ? Optional.of("the same workflow is under way for the contact again")
        : Optional.empty();
  }

  /// An order is about the place that was seen: a run that has gone on, also by the same order
  /// given before, has something else skipped otherwise.
  Optional<String> toSkipping(Run run, NodeId at) {
    Standing standing = run.standing();
    String stands = RunState.of(standing).words();
    Optional<NodeId> place = standing.place();
    if (place.isEmpty()) {
      return Optional.of("it has gone on, and " + stands);
    }
    if (!place.get().equals(at)) {
      return Optional.of("it has gone on to " + place.get() + ", and " + stands);
    }
    return switch (standing) {
      case Standing.Waiting _, Standing.Awaiting _ -> Optional.empty();
      case Standing.Held _, Standing.Commanded _ -> Optional.empty();
      case Standing.Doubtful _, Standing.Ready _, Standing.Paused _ -> Optional.of("it " + stands);
      case Standing.Queued _, Standing.Closing _, Standing.Verifying _ ->
          Optional.of("it " + stands);
      case Standing.Ended _, Standing.TurnedAway _ -> Optional.of("it " + stands);
    };
  }

  Optional<String> toMoving(Run run, Matter.Moved matter) {
    Optional<Edition> to =
        desk.editions()
            .active(run.contract())
            .filter(edition -> edition.hash().equals(matter.hash()));
    if (to.isEmpty()) {
      return Optional.of("version " + matter.hash() + " takes no new entries");
    }
    if (run.contractHash().equals(matter.hash())) {
      return Optional.of("it is on that version already");
    }
    Edition from = desk.editions().of(run.contract(), run.contractHash());
    var relocation = new Relocation(from.program(), to.get().program(), matter.named());
    return relocation.move(run, matter.hash(), matter.by())
            instanceof Relocation.Moved.Stays(var why)
        ? Optional.of(why)
        : Optional.empty();
  }
}
