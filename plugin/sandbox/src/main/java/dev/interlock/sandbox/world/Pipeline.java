package dev.interlock.sandbox.world;

import java.util.List;
import java.util.Optional;

/// A board of stages, in order.
public record Pipeline(String id, String name, List<Stage> stages) {
  /// Copies what it is given.
  public Pipeline {
    stages = List.copyOf(stages);
  }

  /// A column of the board.
  ///
  /// @param position its place, from 0
  public record Stage(String id, String pipelineId, String name, int position) {}

  /// The stage with an id.
  public Optional<Stage> stage(String stageId) {
    return stages.stream().filter(stage -> stage.id().equals(stageId)).findFirst();
  }

  /// The stage with a name.
  public Stage stageNamed(String wanted) {
    return findStageNamed(wanted)
        .orElseThrow(
            () -> new IllegalArgumentException("pipeline " + name + " has no stage " + wanted));
  }

  /// The stage with a name, if the pipeline has one.
  public Optional<Stage> findStageNamed(String wanted) {
    return stages.stream().filter(stage -> stage.name().equalsIgnoreCase(wanted)).findFirst();
  }
}
