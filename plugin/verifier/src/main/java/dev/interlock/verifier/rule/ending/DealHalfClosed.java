package dev.interlock.verifier.rule.ending;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Exits that close a deal by its status and not by its stage, or by its stage and not by its
/// status, where another exit says both.
final class DealHalfClosed implements Rule {
  @Override
  public String id() {
    return "W-DEAL-HALF-CLOSED";
  }

  @Override
  public String reason() {
    return "A deal that is over in one column and open in the other is counted twice or not at all,"
        + " and nobody knows whether it is their turn.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), contract -> judge(set, contract));
  }

  private Stream<Finding> judge(ContractSet set, Contract contract) {
    return contract.exits().stream()
        .flatMap(exit ->
            Left.by(exit)
                .flatMap(left -> judge(set, left).stream())
                .map(words ->
                    found(
                        contract,
                        exit.name().text(),
                        exit.position(),
                        "exit *%s* leaves %s".formatted(exit.name(), words.what()),
                        words.help())));
  }

  private static Optional<Words> judge(ContractSet set, Left left) {
    StageRef stage = left.stage();
    boolean last = isLast(set.operation(), stage);
    if (!last && left.status().filter(status -> status != DealStatus.OPEN).isPresent()) {
      return Optional.of(
          new Words(
              "a deal that is %s at %s, where the work goes on"
                  .formatted(words(left.status().orElseThrow()), stage),
              "leave it at a last stage, or say nothing of the stage."));
    }
    return last && left.status().isEmpty() ? elsewhere(set, stage) : Optional.empty();
  }

  // only the set itself says what a last stage means
  private static Optional<Words> elsewhere(ContractSet set, StageRef stage) {
    return set.contracts().stream()
        .flatMap(contract -> contract.exits().stream())
        .flatMap(Left::by)
        .filter(left -> left.stage().equals(stage))
        .flatMap(left -> left.status().stream())
        .findFirst()
        .map(status ->
            new Words(
                "a deal at %s whose status stays as it was; where others end there, it is %s"
                    .formatted(stage, words(status)),
                "say its status, too: leaves(deal(...)); or leave it at another stage."));
  }

  private static boolean isLast(Operation operation, StageRef ref) {
    return operation.pipeline(ref.pipeline()).stream()
        .flatMap(pipeline -> pipeline.stages().stream())
        .anyMatch(stage -> stage.last() && stage.name().equals(ref.stage()));
  }

  private static String words(DealStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private record Words(String what, String help) {}

  /// Where an exit leaves the deal of a pipeline, and with which status if it says so.
  private record Left(StageRef stage, Optional<DealStatus> status) {
    static Stream<Left> by(Exit exit) {
      return exit.leaves().stream()
          .filter(Leaves.AtStage.class::isInstance)
          .map(left -> ((Leaves.AtStage) left).stage())
          .map(stage -> new Left(stage, status(exit.leaves(), stage.pipeline())));
    }

    private static Optional<DealStatus> status(List<Leaves> all, PipelineName pipeline) {
      return all.stream()
          .filter(Leaves.DealMarked.class::isInstance)
          .map(left -> (Leaves.DealMarked) left)
          .filter(marked -> marked.pipeline().equals(pipeline))
          .map(Leaves.DealMarked::status)
          .findFirst();
    }
  }
}
