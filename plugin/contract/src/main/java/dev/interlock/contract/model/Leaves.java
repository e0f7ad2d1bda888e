package dev.interlock.contract.model;

/// One thing that an exit leaves true in the CRM.
public sealed interface Leaves {

  /// The contact's opportunity stands at the stage.
  record AtStage(StageRef stage) implements Leaves {}

  record Tagged(TagName tag) implements Leaves {}

  record NotTagged(TagName tag) implements Leaves {}

  /// The field holds this value, which is plain text.
  record FieldSet(FieldName field, String value) implements Leaves {}

  /// The contact's opportunity in the pipeline has the status.
  record DealMarked(PipelineName pipeline, DealStatus status) implements Leaves {}
}
