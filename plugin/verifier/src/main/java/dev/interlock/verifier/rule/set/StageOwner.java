package dev.interlock.verifier.rule.set;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.Pipeline.Stage;
import dev.interlock.contract.model.TeamName;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.StageMove;
import dev.interlock.verifier.walk.Standings;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Stages in which nobody has the next move, and contracts that take deals out of another team's
/// stage.
///
/// A contract takes a deal out of every stage in which its filter lets it begin and from which it
/// may move the deal on. Whoever owns the stage says that it may by deciding a waiver.
final class StageOwner implements Rule {
  @Override
  public String id() {
    return "E-STAGE-OWNER";
  }

  @Override
  public String reason() {
    return "A deal in a stage that nobody owns, or in which nobody knows what to do, stays there.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.operation().pipelines().stream(),
        pipeline ->
            Stream.concat(
                pipeline.stages().stream()
                    .filter(stage -> !stage.last())
                    .flatMap(stage -> judge(pipeline, stage)),
                set.contracts().stream().flatMap(contract -> taking(contract, pipeline))));
  }

  private Stream<Finding> taking(Contract contract, Pipeline pipeline) {
    BitSet begins = Standings.atEntry(contract, pipeline);
    return StageMove.in(contract)
        .filter(move -> move.to().pipeline().equals(pipeline.name()))
        .flatMap(move ->
            pipeline.stages().stream()
                .filter(stage -> begins.get(pipeline.stages().indexOf(stage) + 1))
                .filter(stage -> leads(pipeline, stage, move))
                .filter(stage -> isAnothers(contract, stage))
                .limit(1)
                .map(stage -> taken(contract, move, stage)))
        .limit(1);
  }

  private Finding taken(Contract contract, StageMove move, Stage stage) {
    return found(
        contract,
        move.at(),
        move.position(),
        "*%s* moves deals to *%s*, out of stage *%s*, which belongs to %s and not to %s"
            .formatted(
                move.at(),
                move.to().stage(),
                stage.name(),
                stage.owner().map(TeamName::text).orElse("nobody"),
                contract.owner()),
        "admit only deals outside that stage, let its team own the contract, or have the team decide"
            + " a waiver.");
  }

  private static boolean leads(Pipeline pipeline, Stage from, StageMove move) {
    OptionalInt to = pipeline.indexOf(move.to().stage());
    return to.isPresent()
        && (to.getAsInt() > pipeline.stages().indexOf(from)
            || from.lawfulReturns().contains(move.to().stage()));
  }

  private static boolean isAnothers(Contract contract, Stage stage) {
    return !stage.last()
        && stage.owner().filter(owner -> !owner.equals(contract.owner())).isPresent();
  }

  private Stream<Finding> judge(Pipeline pipeline, Stage stage) {
    String name = "stage *%s* of pipeline *%s*".formatted(stage.name(), pipeline.name());
    if (stage.owner().isEmpty()) {
      return Stream.of(
          at(
              stage,
              name + " is owned by nobody",
              "say ownedBy(\"...\"), or asLast() where the work ends."));
    }
    if (stage.staffDoNext().isBlank()) {
      return Stream.of(
          at(
              stage,
              "it is not said what %s does with a deal in %s".formatted(stage.owner().get(), name),
              "say staffDo(\"...\")."));
    }
    return Stream.empty();
  }

  private Finding at(Stage stage, String message, String help) {
    return found("", stage.name().text(), stage.position(), message, help);
  }
}
