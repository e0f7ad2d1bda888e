package dev.interlock.verifier.rule.ending;

import dev.interlock.verifier.rule.Rule;
import java.util.List;

/// The rules about how a contract ends.
public final class EndingRules {
  private EndingRules() {}

  /// In the order in which they are asked.
  public static List<Rule> rules() {
    return List.of(
        new ExitDead(),
        new ExitUnkept(),
        new ExitAmbiguous(),
        new ExitAsSuccess(),
        new DealHalfClosed(),
        new RouteRefused());
  }
}
