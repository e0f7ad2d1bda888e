package dev.interlock.engine.read;

import dev.interlock.core.run.Standing;

/// Where a run stands, in one word.
public enum RunState {
  QUEUED("waits in turn"),
  COMMANDED("is doing a step"),
  HELD("is held back by a policy"),
  WAITING("waits"),
  AWAITING("listens"),
  DOUBTFUL("is in doubt"),
  READY("is about to go on"),
  PAUSED("is paused"),
  CLOSING("is leaving"),
  VERIFYING("is being read back"),
  ENDED("is over"),
  TURNED_AWAY("was turned away");

  private final String words;

  RunState(String words) {
    this.words = words;
  }

  /// As in "the run waits".
  public String words() {
    return words;
  }

  /// The word for a standing.
  public static RunState of(Standing standing) {
    return switch (standing) {
      case Standing.Queued _ -> QUEUED;
      case Standing.Commanded _ -> COMMANDED;
      case Standing.Held _ -> HELD;
      case Standing.Waiting _ -> WAITING;
      case Standing.Awaiting _ -> AWAITING;
      case Standing.Doubtful _ -> DOUBTFUL;
      case Standing.Ready _ -> READY;
      case Standing.Paused _ -> PAUSED;
      case Standing.Closing _ -> CLOSING;
      case Standing.Verifying _ -> VERIFYING;
      case Standing.Ended _ -> ENDED;
      case Standing.TurnedAway _ -> TURNED_AWAY;
    };
  }
}
