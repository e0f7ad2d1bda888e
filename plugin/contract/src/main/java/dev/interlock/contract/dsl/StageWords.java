package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Condition.Place;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;

/// What can be asked of the place in a pipeline. Without an opportunity the contact stands before
/// the first stage.
public record StageWords(PipelineName pipeline) {
  public Condition is(StageName stage) {
    return placed(Place.AT, stage);
  }

  public Condition isBefore(StageName stage) {
    return placed(Place.BEFORE, stage);
  }

  public Condition isAfter(StageName stage) {
    return placed(Place.AFTER, stage);
  }

  public Condition isAtOrBefore(StageName stage) {
    return placed(Place.AT_OR_BEFORE, stage);
  }

  public Condition isAtOrAfter(StageName stage) {
    return placed(Place.AT_OR_AFTER, stage);
  }

  private Condition placed(Place place, StageName stage) {
    return new Condition.StageIs(pipeline, place, stage);
  }
}
