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

/// Why orders cannot be carried out as things stand. Asked in the contact's turn: a run goes on
/// between the moment at which somebody sees it and the one at which they order something.
record Obstacles(Desk desk, Store store) {

  Optional<String> toPausing(Run run) {
    return switch (run.standing()) {
      case Standing.Commanded _, Standing.Held _ -> Optional.empty();
      case Standing.Queued _, Standing.Waiting _, Standing.Awaiting _ -> Optional.empty();
      case Standing.Doubtful _, Standing.Ready _, Standing.Paused _ -> stands(run);
      case Standing.Closing _, Standing.Verifying _ -> stands(run);
      case Standing.Ended _, Standing.TurnedAway _ -> stands(run);
    };
  }

  Optional<String> toResuming(Run run) {
    return run.standing() instanceof Standing.Paused ? Optional.empty() : stands(run);
  }

  Optional<String> toWithdrawing(Run run) {
    return switch (run.standing()) {
      case Standing.Queued _, Standing.Commanded _, Standing.Held _ -> Optional.empty();
      case Standing.Waiting _, Standing.Awaiting _, Standing.Doubtful _ -> Optional.empty();
      case Standing.Ready _, Standing.Paused _ -> Optional.empty();
      case Standing.Closing _, Standing.Verifying _ -> stands(run);
      case Standing.Ended _, Standing.TurnedAway _ -> stands(run);
    };
  }

  /// What somebody found out is about the step that they saw in doubt.
  ///
  /// @param seen where that was; empty when they do not say
  Optional<String> toSettling(Run run, Optional<NodeId> seen) {
    if (!(run.standing() instanceof Standing.Doubtful(var at, _, _, _))) {
      return stands(run);
    }
    return seen.filter(place -> !place.equals(at)).isPresent() ? goneOn(run, at) : Optional.empty();
  }

  Optional<String> toTryingAgain(Run run) {
    return switch (run.standing()) {
      case Standing.Held _, Standing.Commanded _ -> Optional.empty();
      case Standing.Closing _, Standing.Verifying _ -> Optional.empty();
      case Standing.Ended ended ->
          ended.proof() instanceof Standing.Proof.Unverified ? toOpening(run) : stands(run);
      case Standing.Waiting _, Standing.Awaiting _, Standing.Doubtful _ -> stands(run);
      case Standing.Queued _, Standing.Ready _, Standing.Paused _ -> stands(run);
      case Standing.TurnedAway _ -> stands(run);
    };
  }

  private static Optional<String> stands(Run run) {
    return Optional.of("it " + RunState.of(run.standing()).words());
  }

  private static Optional<String> goneOn(Run run, NodeId to) {
    return Optional.of("it has gone on to " + to + ", and " + RunState.of(run.standing()).words());
  }

  /// There is one run at a time of a contract, contact and key, so that one that is over cannot be
  /// opened again.
  private Optional<String> toOpening(Run run) {
    boolean again =
        store.read((Tables tables) -> tables.runs().underWay(desk.id(), run.contact())).stream()
            .map(Runs.Stored::run)
            .anyMatch(
                other -> other.contract().equals(run.contract()) && other.key().equals(run.key()));
    return again
        ? Optional.of("the same workflow is under way for the contact again")
        : Optional.empty();
  }

  /// An order is about the place that was seen: a run that has gone on, also by the same order
  /// given before, has something else skipped otherwise.
  Optional<String> toSkipping(Run run, NodeId at) {
    Standing standing = run.standing();
    Optional<NodeId> place = standing.place();
    if (place.isEmpty()) {
      return Optional.of("it has gone on, and " + RunState.of(standing).words());
    }
    if (!place.get().equals(at)) {
      return goneOn(run, place.get());
    }
    return switch (standing) {
      case Standing.Waiting _, Standing.Awaiting _ -> Optional.empty();
      case Standing.Held _, Standing.Commanded _ -> Optional.empty();
      case Standing.Doubtful _, Standing.Ready _, Standing.Paused _ -> stands(run);
      case Standing.Queued _, Standing.Closing _, Standing.Verifying _ -> stands(run);
      case Standing.Ended _, Standing.TurnedAway _ -> stands(run);
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
