package dev.interlock.verifier.rule.set;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.Pipeline.Stage;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import java.util.stream.Stream;

/// Stages in which nobody has the next move.
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
            pipeline.stages().stream()
                .filter(stage -> !stage.last())
                .flatMap(stage -> judge(pipeline, stage)));
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
