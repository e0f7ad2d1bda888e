package dev.interlock.engine.json;

import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;

/// How promises of exits are written down.
final class LeavesForm {
  private LeavesForm() {}

  static Out write(Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(var stage) -> stage(Out.is("stage"), stage);
      case Leaves.Tagged(var tag) -> Out.is("tag").name("tag", tag);
      case Leaves.NotTagged(var tag) -> Out.is("no-tag").name("tag", tag);
      case Leaves.FieldSet(var field, var value) ->
          Out.is("field").name("field", field).text("value", value);
      case Leaves.DealMarked(var pipeline, var status) ->
          Out.is("deal").name("pipeline", pipeline).text("status", status.name());
    };
  }

  static Leaves read(In in) {
    String word = in.word();
    return switch (word) {
      case "stage" -> new Leaves.AtStage(stage(in));
      case "tag" -> new Leaves.Tagged(in.name("tag", TagName::new));
      case "no-tag" -> new Leaves.NotTagged(in.name("tag", TagName::new));
      case "field" -> new Leaves.FieldSet(in.name("field", FieldName::new), in.text("value"));
      case "deal" ->
          new Leaves.DealMarked(
              in.name("pipeline", PipelineName::new), in.word("status", DealStatus.class));
      default -> throw In.unknown("promise", word);
    };
  }

  static Out stage(Out out, StageRef stage) {
    return out.name("pipeline", stage.pipeline()).name("stage", stage.stage());
  }

  static StageRef stage(In in) {
    return new StageRef(in.name("pipeline", PipelineName::new), in.name("stage", StageName::new));
  }
}
