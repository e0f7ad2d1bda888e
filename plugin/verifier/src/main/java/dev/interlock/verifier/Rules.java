package dev.interlock.verifier;

import dev.interlock.verifier.rule.CrmLimits;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.rule.admission.AdmissionRules;
import dev.interlock.verifier.rule.ending.EndingRules;
import dev.interlock.verifier.rule.message.MessageRules;
import dev.interlock.verifier.rule.path.PathRules;
import dev.interlock.verifier.rule.set.SetRules;
import dev.interlock.verifier.rule.understanding.UnderstandingRules;
import java.util.List;
import java.util.stream.Stream;

/// The rules that there are.
final class Rules {
  private Rules() {}

  /// Those that are decided by looking at what a set of contracts declares and at the shape of its
  /// paths, without exploring what can happen.
  static List<Rule> structural() {
    return Stream.of(
            AdmissionRules.rules(),
            PathRules.rules(),
            EndingRules.rules(),
            MessageRules.rules(),
            SetRules.rules(),
            UnderstandingRules.rules())
        .flatMap(List::stream)
        .toList();
  }

  /// The rule that nothing is asked of a CRM which it cannot do.
  static Rule within(CrmLimits limits) {
    return UnderstandingRules.within(limits);
  }
}
