package dev.interlock.verifier.rule.path;

import dev.interlock.verifier.rule.Rule;
import java.util.List;

/// The rules about what happens on the way.
public final class PathRules {
  private PathRules() {}

  /// In the order in which they are asked.
  public static List<Rule> rules() {
    return List.of(
        new StepDead(),
        new ArmOverlap(),
        new ArmGap(),
        new NoExit(),
        new RepeatUnbounded(),
        new EventUnhandled(),
        new AskUnheard(),
        new SilenceUnhandled(),
        new WaitPast(),
        new FailureUnhandled(),
        new BlockedUnhandled(),
        new WriteUnseen());
  }
}
