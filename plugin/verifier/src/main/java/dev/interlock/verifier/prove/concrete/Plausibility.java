package dev.interlock.verifier.prove.concrete;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Operation.Automation;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.core.Listening;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.script.By;
import dev.interlock.verifier.prove.world.WorldActs;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Whether everybody in a story does what the operation says that they do. A simulation plays
/// whatever it is told; a story without its beginning would show an automation that nobody started.
record Plausibility(ContractSet set) {

  boolean isGiven(Chronicle chronicle) {
    Set<Automation> started = new HashSet<>();
    for (Chronicle.Dated dated : chronicle.facts()) {
      boolean given =
          switch (dated.fact()) {
            case Fact.Told told -> {
              set.operation().automations().stream()
                  .filter(automation -> starts(automation, told))
                  .forEach(started::add);
              yield true;
            }
            case Fact.Written(Author.Another(By.Automation by), _, _, _) -> has(started, by);
            case Fact.Sent sent when sent.by() instanceof Author.Another(By.Automation by) ->
                has(started, by);
            case Fact.StageMoved(Author.Another(By.Staff _), var from, var to) -> isUsual(from, to);
            case Fact _ -> true;
          };
      if (!given) {
        return false;
      }
    }
    return true;
  }

  private static boolean starts(Automation automation, Fact.Told told) {
    return automation.startsOn().stream()
        .anyMatch((EventPattern pattern) -> Listening.matches(pattern, told.event().what()));
  }

  private boolean has(Set<Automation> started, By.Automation by) {
    return set.operation().automations().stream()
        .filter(automation -> automation.name().equals(by.name()))
        .anyMatch(automation -> automation.startsOn().isEmpty() || started.contains(automation));
  }

  private boolean isUsual(Optional<StageName> from, StageRef to) {
    return set.operation()
        .pipeline(to.pipeline())
        .filter(pipeline -> WorldActs.mayBeMovedByStaff(pipeline, from, to.stage()))
        .isPresent();
  }
}
