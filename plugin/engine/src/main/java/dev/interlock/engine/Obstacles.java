package dev.interlock.engine;

import dev.interlock.core.Relocation;
import dev.interlock.core.run.Run;
import dev.interlock.engine.decide.Matter;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.desk.Edition;
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
