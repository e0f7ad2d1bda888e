package dev.interlock.sandbox.records;

import java.time.Instant;

/// A card that moved from one stage to another.
///
/// @param fromPosition the place of the old stage in its pipeline, from 0
/// @param toPosition the place of the new stage in its pipeline, from 0
public record StageMove(
    String opportunityId,
    String contactId,
    String pipeline,
    String from,
    String to,
    int fromPosition,
    int toPosition,
    By by,
    Instant at) {

  /// Whether it moved against the order of the stages.
  public boolean isBackward() {
    return toPosition < fromPosition;
  }
}
