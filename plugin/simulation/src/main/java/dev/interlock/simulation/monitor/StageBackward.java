package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.core.Attributes;
import dev.interlock.core.View;
import dev.interlock.core.run.Command;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Who;
import java.util.List;
import java.util.Optional;

/// A run that moves a deal back, or tries to, where no return is declared. Steps and the promises
/// of exits count alike; that the adapter refuses the move does not make it a good one.
///
/// Decided here:
///
/// - It is an *overtaken* breach when the move led forward as it was decided and the deal was moved
///   on while the command was under way, or when a person moved it while the exit was being made.
/// - A run is told once of a stage to which it wants to go back, however often an exit tries.
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
    private final Overtaking overtaking = Overtaking.whileLeaving();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      overtaking.read(fact);
      switch (fact) {
        case Fact.Given(var who, var command, var view) ->
            target(command.doing())
                .ifPresent(to ->
                    standing(to, view)
                        .filter(from -> isBack(from, to))
                        .ifPresent(
                            from -> back(who, command.step(), from, to, isOvertaken(who, to))));
        case Fact.MovedBack(var who, var step, var from, var to) -> back(who, step, from, to, true);
        case Fact.StageMoved(Author.Ours(var who, var step), var from, var to) ->
            from.filter(here -> isBack(here, to))
                .ifPresent(here -> back(who, step, here, to, false));
        case Fact _ -> {}
      }
    }

    private boolean isOvertaken(Who who, StageRef to) {
      return overtaking.overtook(who, Attributes.ofStage(to.pipeline()));
    }

    private void back(Who who, String step, StageName from, StageRef to, boolean overtaken) {
      breachOnce(
          who.run() + " " + step + " " + to,
          List.of(who.contract().text()),
          step,
          "*%s* moves the deal back from %s to %s by *%s*"
              .formatted(who.contract(), from, to.stage(), step),
          overtaken);
    }
  }

  private static Optional<StageRef> target(Command.Doing doing) {
    return switch (doing) {
      case Command.Perform(Action.MoveTo(var to)) -> Optional.of(to);
      case Command.Ensure(Leaves.AtStage(var to)) -> Optional.of(to);
      case Command.Perform _, Command.Ensure _, Command.Say _ -> Optional.empty();
      case Command.Tell _, Command.TickOff _, Command.ReadBack _ -> Optional.empty();
    };
  }

  private static Optional<StageName> standing(StageRef to, View view) {
    return view.contact()
        .deal(to.pipeline())
        .orElse(Optional.empty())
        .map(deal -> deal.stage().stage());
  }

  private boolean isBack(StageName from, StageRef to) {
    return operation
        .pipeline(to.pipeline())
        .filter(pipeline -> pipeline.isUnlawfulReturn(from, to.stage()))
        .isPresent();
  }
}
