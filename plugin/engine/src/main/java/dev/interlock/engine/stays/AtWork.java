package dev.interlock.engine.stays;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Pipeline.Stage;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Step;
import dev.interlock.core.program.Node;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.desk.Edition;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Stays.Stay;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import java.util.List;

/// Which runs have the next move with a deal: those of contracts that may move deals on from its
/// stage, and do so in its pipeline. Until they are over, no team has it.
record AtWork(Desk desk, Store store) {

  /// Those under way.
  List<RunId> on(Stay stay, Stage stage) {
    return store.read((Tables tables) -> tables.runs().underWay(desk.id(), stay.contact())).stream()
        .map(Runs.Stored::run)
        .filter(run -> hasNextMove(run, stay, stage))
        .map(Run::id)
        .toList();
  }

  private boolean hasNextMove(Run run, Stay stay, Stage stage) {
    Edition edition = desk.editions().of(run.contract(), run.contractHash());
    return isItsOwn(edition.contract(), stage) && moves(edition, stay.stage().pipeline());
  }

  private static boolean isItsOwn(Contract contract, Stage stage) {
    return stage.movers().isEmpty()
        ? stage.owner().filter(owner -> !owner.equals(contract.owner())).isEmpty()
        : stage.movers().contains(contract.id());
  }

  private static boolean moves(Edition edition, PipelineName pipeline) {
    boolean onTheWay =
        edition.program().nodes().values().stream()
            .anyMatch(node ->
                node instanceof Node.ActNode act
                    && act.step() instanceof Step.Act(_, Action.MoveTo(var to), _, _, _)
                    && to.pipeline().equals(pipeline));
    return onTheWay
        || edition.contract().allExits().stream()
            .flatMap(exit -> exit.leaves().stream())
            .anyMatch(
                left -> left instanceof Leaves.AtStage(var at) && at.pipeline().equals(pipeline));
  }

  /// Whether any of them is still under way, as far as is stored.
  boolean isStill(List<RunId> runs, Tables tables) {
    return runs.stream()
        .flatMap(run -> tables.runs().find(desk.id(), run).stream())
        .anyMatch(stored -> !stored.run().standing().isOver());
  }
}
