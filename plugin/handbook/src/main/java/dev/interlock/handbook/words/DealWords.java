package dev.interlock.handbook.words;

import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.StageRef;

/// Opportunities and stages in words.
public final class DealWords {
  private DealWords() {}

  /// As in `won`.
  public static String status(DealStatus status) {
    return switch (status) {
      case OPEN -> "open";
      case WON -> "won";
      case LOST -> "lost";
      case ABANDONED -> "abandoned";
    };
  }

  /// As in `“Booked” in “Sales”`.
  public static String stage(StageRef stage) {
    return Phrases.quoted(stage.stage()) + " in " + Phrases.quoted(stage.pipeline());
  }
}
