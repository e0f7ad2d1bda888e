package dev.interlock.verifier.rule.set;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.Pipeline.Stage;
import dev.interlock.contract.model.StageRef;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Doors;
import dev.interlock.verifier.walk.Patterns;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Stages to which somebody else than a contract can bring a deal, and in which nothing is due then
/// (docs/decisions/0032).
///
/// What contracts leave behind is proved. Here it is about deals that no run knows of: made or
/// moved by colleagues, or written by an automation. Such a deal is held by a dwell limit, or by a
/// contract that begins where it arrives and turns nobody away.
final class StageStranded implements Rule {
  @Override
  public String id() {
    return "E-STAGE-STRANDED";
  }

  @Override
  public String reason() {
    return "A deal in a stage where nothing is due is a deal that nobody remembers.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.operation().pipelines().stream()
            .flatMap(
                pipeline -> pipeline.stages().stream().map(stage -> new Place(pipeline, stage))),
        place -> judge(set, place));
  }

  private record Place(Pipeline pipeline, Stage stage) {
    StageRef ref() {
      return new StageRef(pipeline.name(), stage.name());
    }
  }

  private Stream<Finding> judge(ContractSet set, Place place) {
    if (place.stage().last() || place.stage().dwell().isPresent() || isTakenUp(set, place)) {
      return Stream.empty();
    }
    return bringer(set, place).stream()
        .map(who ->
            found(
                "",
                place.stage().name().text(),
                place.stage().position(),
                "%s can bring a deal to stage *%s* of pipeline *%s*, where nothing is due by any"
                        .formatted(who, place.stage().name(), place.pipeline().name())
                    + " time",
                "say dwellsAtMost(...), by when its team acts; or begin a contract by"
                    + " enters(...) that admits everyone."));
  }

  /// Whether a contract begins with each deal that comes here.
  private static boolean isTakenUp(ContractSet set, Place place) {
    return set.contracts().stream()
        .filter(contract -> !Doors.mayTurnAway(contract))
        .flatMap(contract -> Patterns.alternatives(contract.trigger().event()))
        .anyMatch(new EventPattern.StageEntered(place.ref())::equals);
  }

  private static Optional<String> bringer(ContractSet set, Place place) {
    Optional<String> automation =
        set.operation().automations().stream()
            .filter(one -> one.mayWrite().contains(new Leaves.AtStage(place.ref())))
            .map(one -> "automation *%s*".formatted(one.name()))
            .findFirst();
    return automation.or(() ->
        isReachedByStaff(place.pipeline(), place.stage())
            ? Optional.of("a colleague")
            : Optional.empty());
  }

  /// Colleagues make deals in the first stage, move them on from stages that a team owns, and back
  /// where that is declared.
  private static boolean isReachedByStaff(Pipeline pipeline, Stage stage) {
    List<Stage> stages = pipeline.stages();
    OptionalInt here = pipeline.indexOf(stage.name());
    return here.isPresent()
        && (here.getAsInt() == 0
            || stages.subList(0, here.getAsInt()).stream()
                .anyMatch(before -> before.owner().isPresent())
            || stages.stream().anyMatch(other -> other.lawfulReturns().contains(stage.name())));
  }
}
