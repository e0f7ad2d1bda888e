package dev.interlock.engine.stays;

import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline.Stage;
import dev.interlock.contract.model.StageRef;
import dev.interlock.engine.desk.Desk;
import java.time.Duration;
import java.util.Optional;

/// How long deals may stay in the stages of a business; for as long as they like while no contract
/// is live, since then nothing is promised.
public final class Limits {
  private final Optional<Operation> operation;

  private Limits(Optional<Operation> operation) {
    this.operation = operation;
  }

  /// Those that hold now.
  public static Limits of(Desk desk) {
    Desk asItIs = desk.asItIs();
    return new Limits(
        Optional.of(asItIs.operation()).filter(_ -> !asItIs.editions().active().isEmpty()));
  }

  /// The limit of a stage; empty where there is none, and where the work ends.
  public Optional<Duration> of(StageRef place) {
    return stage(place).flatMap(Stage::dwell);
  }

  /// A stage in which deals are not to stay for good.
  Optional<Stage> stage(StageRef place) {
    return operation.flatMap(each -> each.pipeline(place.pipeline())).stream()
        .flatMap(pipeline -> pipeline.stages().stream())
        .filter(stage -> stage.name().equals(place.stage()))
        .filter(stage -> !stage.last())
        .findFirst();
  }
}
