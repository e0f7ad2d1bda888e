package dev.interlock.simulation;

import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.StageRef;
import java.util.Optional;

/// Whether a script's words for where a deal stands are those of the operation.
final class Places {
  private Places() {}

  /// What is wrong with the place, if anything is.
  static Optional<String> unknown(Operation operation, StageRef place) {
    Optional<Pipeline> pipeline = operation.pipeline(place.pipeline());
    if (pipeline.isEmpty()) {
      return Optional.of("the operation declares no pipeline " + place.pipeline());
    }
    return pipeline.get().indexOf(place.stage()).isPresent()
        ? Optional.empty()
        : Optional.of("the pipeline " + place.pipeline() + " has no stage " + place.stage());
  }
}
