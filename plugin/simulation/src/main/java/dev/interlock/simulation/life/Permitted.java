package dev.interlock.simulation.life;

import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.script.By;
import java.util.Optional;

/// Whether colleagues keep to what the operation declares: they move deals that there are, forward
/// from a stage that a team owns, and back along declared returns.
record Permitted(Operation operation) {
  boolean is(Chronicle chronicle) {
    return chronicle.facts().stream()
        .allMatch(dated ->
            !(dated.fact() instanceof Fact.StageMoved(Author.Another(By.Staff()), var from, var to))
                || may(from, to));
  }

  private boolean may(Optional<StageName> from, StageRef to) {
    Optional<Pipeline> pipeline = operation.pipeline(to.pipeline());
    return from.isPresent()
        && pipeline.isPresent()
        && pipeline.get().stages().stream()
            .filter(stage -> stage.name().equals(from.get()))
            .anyMatch(stage -> stage.owner().isPresent())
        && !pipeline.get().isUnlawfulReturn(from.get(), to.stage());
  }
}
