package dev.interlock.sandbox.records;

/// A move against the order of the stages that the business allows, such as booking again after a
/// no-show.
public record LawfulReturn(String pipeline, String from, String to) {

  boolean allows(StageMove move) {
    return pipeline.equals(move.pipeline()) && from.equals(move.from()) && to.equals(move.to());
  }
}
