package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Who;
import java.util.List;

/// A run that moves a deal back, or tries to, where no return is declared. Steps and the promises
/// of exits count alike; that the adapter refuses the move does not make it a good one.
///
/// Decided here: a run is told once of a stage to which it wants to go back, however often an exit
/// tries.
record StageBackward(Operation operation) implements Monitor {
  @Override
  public String rule() {
    return "E-STAGE-BACKWARD";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.MovedBack(var who, var step, var from, var to) -> back(who, step, from, to);
        case Fact.StageMoved(Author.Ours(var who, var step), var from, var to) ->
            from.filter(here -> isBack(here, to)).ifPresent(here -> back(who, step, here, to));
        case Fact _ -> {}
      }
    }

    private void back(Who who, String step, StageName from, StageRef to) {
      breachOnce(
          who.run() + " " + step + " " + to,
          List.of(who.contract().text()),
          step,
          "*%s* moves the deal back from %s to %s by *%s*"
              .formatted(who.contract(), from, to.stage(), step));
    }
  }

  private boolean isBack(StageName from, StageRef to) {
    return operation
        .pipeline(to.pipeline())
        .filter(pipeline -> pipeline.isUnlawfulReturn(from, to.stage()))
        .isPresent();
  }
}
