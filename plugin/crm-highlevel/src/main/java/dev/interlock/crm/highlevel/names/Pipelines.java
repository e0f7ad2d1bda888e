package dev.interlock.crm.highlevel.names;

import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.crm.highlevel.wire.WirePipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The account's pipelines.
public record Pipelines(Named<WirePipeline> named, List<WirePipeline> all) {
  /// These pipelines.
  public static Pipelines of(List<WirePipeline> all) {
    return new Pipelines(Named.of(all, WirePipeline::name, WirePipeline::id), List.copyOf(all));
  }

  public Lookup<BoundPipeline> called(PipelineName name) {
    return switch (named.called(name.text())) {
      case Lookup.One<WirePipeline>(var pipeline) -> new Lookup.One<>(BoundPipeline.of(pipeline));
      case Lookup.None<WirePipeline> _ -> new Lookup.None<>();
      case Lookup.Several<WirePipeline> _ -> new Lookup.Several<>();
    };
  }

  /// Whether both ids are known; else the names are out of date, or the thing is deleted.
  public boolean knows(String pipelineId, String stageId) {
    return pipeline(pipelineId).filter(found -> found.placeOf(stageId).isPresent()).isPresent();
  }

  /// What people call the place. An id without a name stands for itself.
  public StageRef placeOf(String pipelineId, String stageId) {
    Optional<BoundPipeline> pipeline = pipeline(pipelineId);
    return new StageRef(
        new PipelineName(named.nameOf(pipelineId).orElse(pipelineId)),
        pipeline.map(found -> found.nameOf(stageId)).orElseGet(() -> new StageName(stageId)));
  }

  public Map<PipelineName, List<StageName>> names() {
    var names = new TreeMap<PipelineName, List<StageName>>();
    for (WirePipeline pipeline : all) {
      named
          .nameOf(pipeline.id())
          .ifPresent(
              name -> names.put(new PipelineName(name), BoundPipeline.of(pipeline).stageNames()));
    }
    return names;
  }

  /// Names that several pipelines have, or several stages of one pipeline.
  public List<String> ambiguous() {
    var ambiguous = new ArrayList<String>();
    named.ambiguous().forEach(name -> ambiguous.add("pipeline " + name));
    for (WirePipeline pipeline : all) {
      String of = named.nameOf(pipeline.id()).orElse(pipeline.id());
      BoundPipeline.of(pipeline)
          .namedStages()
          .ambiguous()
          .forEach(stage -> ambiguous.add("stage " + of + " / " + stage));
    }
    return ambiguous;
  }

  private Optional<BoundPipeline> pipeline(String id) {
    return all.stream()
        .filter(pipeline -> pipeline.id().equals(id))
        .findFirst()
        .map(BoundPipeline::of);
  }
}
