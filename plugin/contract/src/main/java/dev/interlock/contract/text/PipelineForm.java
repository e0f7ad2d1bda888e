package dev.interlock.contract.text;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.TeamName;
import java.util.Set;

/// Pipelines with their stages as text.
final class PipelineForm {
  private PipelineForm() {}

  static Node.Group write(Pipeline pipeline) {
    return Writing.line("pipeline", pipeline.position())
        .text(pipeline.name().text())
        .with(pipeline.stages(), PipelineForm::write)
        .done();
  }

  static Pipeline read(Reading parts) {
    return new Pipeline(
        new PipelineName(parts.text()),
        parts.groups("stage", PipelineForm::stage),
        parts.position());
  }

  private static Node.Group write(Pipeline.Stage stage) {
    return Writing.line("stage", stage.position())
        .text(stage.name().text())
        .value(stage.last() ? "last" : "passing")
        .ifSaid("owner", stage.owner())
        .with(stage.dwell(), span -> Writing.group("dwell").span(span).done())
        .unlessEmpty("returns", stage.lawfulReturns())
        .unlessEmpty("staff-do", stage.staffDoNext())
        .unlessEmpty("moved-on-by", stage.movers())
        .done();
  }

  private static Pipeline.Stage stage(Reading parts) {
    StageName name = new StageName(parts.text());
    boolean last = parts.isFirst("last", "passing");
    return new Pipeline.Stage(
        name,
        parts.groupIfAny("owner", Reading::text).map(TeamName::new),
        parts.groupIfAny("dwell", Reading::span),
        parts.groupIfAny("returns", all -> all.textSet(StageName::new)).orElse(Set.of()),
        parts.textIn("staff-do"),
        parts.groupIfAny("moved-on-by", all -> all.textSet(ContractId::new)).orElse(Set.of()),
        last,
        parts.position());
  }
}
