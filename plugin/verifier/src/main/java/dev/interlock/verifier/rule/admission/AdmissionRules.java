package dev.interlock.verifier.rule.admission;

import dev.interlock.verifier.rule.Rule;
import java.util.List;

/// The rules about how a contract begins.
public final class AdmissionRules {
  private AdmissionRules() {}

  /// In the order in which they are asked.
  public static List<Rule> rules() {
    return List.of(
        new TriggerNone(),
        new TriggerMilestone(),
        new AdmitMissing(),
        new ReentryUndefined(),
        new LaneIncomplete());
  }
}
