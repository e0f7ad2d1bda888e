package dev.interlock.verifier.rule.set;

import dev.interlock.verifier.rule.Rule;
import java.util.List;

/// The rules about what contracts share.
public final class SetRules {
  private SetRules() {}

  /// In the order in which they are asked.
  public static List<Rule> rules() {
    return List.of(new StageUnreachable(), new StageOwner(), new StageStranded());
  }
}
