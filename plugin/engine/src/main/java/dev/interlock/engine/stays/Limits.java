package dev.interlock.engine.stays;

import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline.Stage;
import dev.interlock.contract.model.StageRef;
import java.time.Duration;
import java.util.Optional;

/// How long deals may stay in an operation's stages.
public record Limits(Operation operation) {

  /// The limit of a stage; empty where there is none, and where the work ends.
  public Optional<Duration> of(StageRef place) {
    return stage(place).flatMap(Stage::dwell);
  }

  /// A stage in which deals are not to stay for good.
  Optional<Stage> stage(StageRef place) {
    return operation.pipeline(place.pipeline()).stream()
        .flatMap(pipeline -> pipeline.stages().stream())
        .filter(stage -> stage.name().equals(place.stage()))
        .filter(stage -> !stage.last())
        .findFirst();
  }
}
