package dev.interlock.verifier.rule.admission;

import dev.interlock.verifier.rule.CrmLimits;
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
        new OwnWritesIdle(),
        new AdmitMissing(),
        new ReentryUndefined(),
        new LaneIncomplete());
  }

  /// The rules that ask what the CRM in use reports, in place of those of the same id.
  public static List<Rule> within(CrmLimits limits) {
    return List.of(new TriggerNone(limits));
  }
}
