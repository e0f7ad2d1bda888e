package dev.interlock.contract.model;

/// A stage inside its pipeline; stage names alone are ambiguous.
public record StageRef(PipelineName pipeline, StageName stage) {
  @Override
  public String toString() {
    return pipeline + " / " + stage;
  }
}
