package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.Step;
import java.util.stream.Stream;

/// A place at which a contract moves a deal.
public record StageMove(StageRef to, String at, Position position) {

  /// Every move of the contract to which a way leads, by its steps and its exits.
  public static Stream<StageMove> in(Contract contract) {
    Live live = Live.of(contract);
    Stream<StageMove> steps =
        live.steps().stream()
            .filter(Step.Act.class::isInstance)
            .map(Step.Act.class::cast)
            .filter(act -> act.action() instanceof Action.MoveTo)
            .map(act ->
                new StageMove(
                    ((Action.MoveTo) act.action()).stage(), act.name().text(), act.position()));
    return Stream.concat(steps, live.exits().stream().flatMap(StageMove::in));
  }

  private static Stream<StageMove> in(Exit exit) {
    return exit.leaves().stream()
        .filter(Leaves.AtStage.class::isInstance)
        .map(left ->
            new StageMove(((Leaves.AtStage) left).stage(), exit.name().text(), exit.position()));
  }
}
