package dev.interlock.verifier.rule.set;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.Pipeline.Stage;
import dev.interlock.contract.model.TeamName;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.StageMove;
import dev.interlock.verifier.walk.Standings;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Stages in which nobody has the next move, contracts that take deals out of a stage which is not
/// theirs to move on, and stages from which two contracts move deals on at once
/// (docs/decisions/0032).
///
/// A contract takes a deal out of every stage in which its filter lets it begin and from which it
/// may move the deal on. It may do so where the stage names it, or where the stage names none and
/// its team owns the contract; otherwise the team decides a waiver.
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
            Stream.of(
                    pipeline.stages().stream()
                        .filter(stage -> !stage.last())
                        .flatMap(stage -> judge(pipeline, stage)),
                    set.contracts().stream().flatMap(contract -> taking(contract, pipeline)),
                    pipeline.stages().stream()
                        .filter(stage -> !stage.last())
                        .flatMap(stage -> contended(set, pipeline, stage)))
                .flatMap(findings -> findings));
  }

  private Stream<Finding> taking(Contract contract, Pipeline pipeline) {
    return pipeline.stages().stream()
        .filter(stage -> !stage.last() && !isItsOwn(contract, stage))
        .flatMap(stage ->
            movesOn(contract, pipeline, stage).limit(1).map(move -> taken(contract, move, stage)))
        .limit(1);
  }

  /// Where the contract moves deals out of the stage in which they stood when it began.
  private static Stream<StageMove> movesOn(Contract contract, Pipeline pipeline, Stage from) {
    return Standings.atEntry(contract, pipeline).get(pipeline.stages().indexOf(from) + 1)
        ? StageMove.in(contract)
            .filter(move -> move.to().pipeline().equals(pipeline.name()))
            .filter(move -> leads(pipeline, from, move))
        : Stream.empty();
  }

  /// Contracts that can be inside one contact at once and both move the deal on from the stage,
  /// without the stage's team having named them.
  private Stream<Finding> contended(ContractSet set, Pipeline pipeline, Stage stage) {
    List<Contract> moving =
        set.contracts().stream()
            .filter(contract -> !stage.movers().contains(contract.id()))
            .filter(contract -> movesOn(contract, pipeline, stage).findAny().isPresent())
            .toList();
    return IntStream.range(0, moving.size())
        .boxed()
        .flatMap(later ->
            moving.subList(0, later).stream()
                .filter(earlier -> !shareALane(earlier, moving.get(later)))
                .limit(1)
                .map(earlier -> contended(earlier, moving.get(later), pipeline, stage)));
  }

  private static boolean shareALane(Contract one, Contract other) {
    return one.lane() instanceof LaneClaim.InLane(var lane, _, _, _)
        && other.lane() instanceof LaneClaim.InLane(var another, _, _, _)
        && lane.equals(another);
  }

  private Finding contended(Contract one, Contract other, Pipeline pipeline, Stage stage) {
    StageMove move = movesOn(other, pipeline, stage).findFirst().orElseThrow();
    return found(
        other,
        move.at(),
        move.position(),
        "*%s* and *%s* both move deals on from stage *%s*, and share no lane: who acts next is not"
                .formatted(one.id(), other.id(), stage.name())
            + " said",
        "claim one lane for both, let one of them admit only deals outside that stage, or let the"
            + " stage name them: movedOnBy(\"%s\", \"%s\").".formatted(one.id(), other.id()));
  }

  private Finding taken(Contract contract, StageMove move, Stage stage) {
    String owner = stage.owner().map(TeamName::text).orElse("nobody");
    String why =
        stage.movers().isEmpty()
            ? "which belongs to %s and not to %s".formatted(owner, contract.owner())
            : "from which %s moves them on".formatted(named(stage));
    return found(
        contract,
        move.at(),
        move.position(),
        "*%s* moves deals to *%s*, out of stage *%s*, %s"
            .formatted(move.at(), move.to().stage(), stage.name(), why),
        "admit only deals outside that stage, let the stage name the contract with"
            + " movedOnBy(\"%s\"), or have its team decide a waiver.".formatted(contract.id()));
  }

  private static String named(Stage stage) {
    return stage.movers().stream()
        .map(mover -> "*" + mover + "*")
        .collect(Collectors.joining(" or "));
  }

  private static boolean leads(Pipeline pipeline, Stage from, StageMove move) {
    OptionalInt to = pipeline.indexOf(move.to().stage());
    return to.isPresent()
        && (to.getAsInt() > pipeline.stages().indexOf(from)
            || from.lawfulReturns().contains(move.to().stage()));
  }

  private static boolean isItsOwn(Contract contract, Stage stage) {
    return stage.movers().isEmpty()
        ? stage.owner().isEmpty() || stage.owner().get().equals(contract.owner())
        : stage.movers().contains(contract.id());
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
