package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Exits;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.Step;
import java.util.List;
import java.util.stream.Stream;

/// A place at which a contract moves a deal.
public record StageMove(StageRef to, String at, Position position) {

  /// Every move of the contract to which a way leads, by its steps and its exits.
  public static Stream<StageMove> in(Contract contract) {
    List<Step> live = Flow.of(contract).reachable().stream().map(Place::step).distinct().toList();
    Stream<StageMove> steps =
        live.stream()
            .filter(Step.Act.class::isInstance)
            .map(Step.Act.class::cast)
            .filter(act -> act.action() instanceof Action.MoveTo)
            .map(act ->
                new StageMove(
                    ((Action.MoveTo) act.action()).stage(), act.name().text(), act.position()));
    Stream<StageMove> exits =
        contract.exits().stream().filter(exit -> isLive(exit, live)).flatMap(StageMove::in);
    return Stream.concat(steps, exits);
  }

  private static Stream<StageMove> in(Exit exit) {
    return exit.leaves().stream()
        .filter(Leaves.AtStage.class::isInstance)
        .map(left ->
            new StageMove(((Leaves.AtStage) left).stage(), exit.name().text(), exit.position()));
  }

  private static boolean isLive(Exit exit, List<Step> live) {
    return exit.kind() == ExitKind.WITHDRAWN
        || exit.kind() == ExitKind.DISPLACED
        || exit.name().equals(Exits.FAILED)
        || live.stream()
            .anyMatch(step -> step instanceof Step.Leave(var left, _) && left.equals(exit.name()));
  }
}
