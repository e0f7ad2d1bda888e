package dev.interlock.verifier.rule.ending;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.walk.StepTree;
import java.util.Optional;
import java.util.stream.Stream;

/// How an exit leaves the deal of a pipeline, as far as it says so.
record LeftDeal(PipelineName pipeline, Optional<StageRef> stage, Optional<DealStatus> status) {

  /// One for each pipeline of which the exit says anything.
  static Stream<LeftDeal> by(Exit exit) {
    return exit.leaves().stream()
        .flatMap(left -> pipeline(left).stream())
        .distinct()
        .map(pipeline -> new LeftDeal(pipeline, stage(exit, pipeline), status(exit, pipeline)));
  }

  static Stream<LeftDeal> by(ContractSet set) {
    return set.contracts().stream()
        .flatMap(contract -> contract.exits().stream())
        .flatMap(LeftDeal::by);
  }

  /// The status, if the deal is over by it.
  Optional<DealStatus> closed() {
    return status.filter(said -> said != DealStatus.OPEN);
  }

  static boolean isLast(Operation operation, StageRef ref) {
    return operation.pipeline(ref.pipeline()).stream()
        .flatMap(pipeline -> pipeline.stages().stream())
        .anyMatch(stage -> stage.last() && stage.name().equals(ref.stage()));
  }

  /// Whether a step of the contract marks deals of the pipeline.
  static boolean isMarked(Contract contract, PipelineName pipeline) {
    return actions(contract)
        .anyMatch(
            action -> action instanceof Action.MarkDeal(var marked, _) && marked.equals(pipeline));
  }

  /// Whether a step of the contract moves deals of the pipeline to a last stage.
  static boolean isMovedToTheEnd(Operation operation, Contract contract, PipelineName pipeline) {
    return actions(contract)
        .anyMatch(action ->
            action instanceof Action.MoveTo(var stage)
                && stage.pipeline().equals(pipeline)
                && isLast(operation, stage));
  }

  private static Stream<Action> actions(Contract contract) {
    return StepTree.steps(contract)
        .filter(Step.Act.class::isInstance)
        .map(step -> ((Step.Act) step).action());
  }

  private static Optional<PipelineName> pipeline(Leaves left) {
    return switch (left) {
      case Leaves.AtStage(var stage) -> Optional.of(stage.pipeline());
      case Leaves.DealMarked(var pipeline, _) -> Optional.of(pipeline);
      case Leaves.Tagged _, Leaves.NotTagged _, Leaves.FieldSet _ -> Optional.empty();
    };
  }

  private static Optional<StageRef> stage(Exit exit, PipelineName pipeline) {
    return exit.leaves().stream()
        .filter(Leaves.AtStage.class::isInstance)
        .map(left -> ((Leaves.AtStage) left).stage())
        .filter(stage -> stage.pipeline().equals(pipeline))
        .findFirst();
  }

  private static Optional<DealStatus> status(Exit exit, PipelineName pipeline) {
    return exit.leaves().stream()
        .filter(Leaves.DealMarked.class::isInstance)
        .map(left -> (Leaves.DealMarked) left)
        .filter(marked -> marked.pipeline().equals(pipeline))
        .map(Leaves.DealMarked::status)
        .findFirst();
  }
}
