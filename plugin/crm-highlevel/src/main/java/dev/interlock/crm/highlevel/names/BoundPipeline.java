package dev.interlock.crm.highlevel.names;

import dev.interlock.contract.model.StageName;
import dev.interlock.crm.highlevel.wire.WirePipeline;
import java.util.List;
import java.util.OptionalInt;

/// A pipeline of the account, with its stages in the order that people see.
public record BoundPipeline(String id, List<WirePipeline.Stage> stages) {
  public BoundPipeline {
    stages = List.copyOf(stages);
  }

  static BoundPipeline of(WirePipeline pipeline) {
    return new BoundPipeline(pipeline.id(), pipeline.stages());
  }

  public Lookup<WirePipeline.Stage> stage(StageName name) {
    return namedStages().called(name.text());
  }

  /// What people call the stage; its id, where it has no name any more.
  public StageName nameOf(String stageId) {
    return new StageName(namedStages().nameOf(stageId).orElse(stageId));
  }

  /// The stages' names in their order.
  public List<StageName> stageNames() {
    return stages.stream()
        .flatMap(stage -> stage.name().stream())
        .filter(name -> !name.isBlank())
        .map(StageName::new)
        .toList();
  }

  /// The stage's place in the account's own order, from 0.
  public OptionalInt placeOf(String stageId) {
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).id().equals(stageId)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  Named<WirePipeline.Stage> namedStages() {
    return Named.of(stages, WirePipeline.Stage::name, WirePipeline.Stage::id);
  }
}
