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

  /// The rules that hold what a CRM can do against the set; one of the same id as one of the others
  /// stands for that.
  static List<Rule> within(CrmLimits limits) {
    return Stream.concat(
            AdmissionRules.within(limits).stream(), Stream.of(UnderstandingRules.within(limits)))
        .toList();
  }
}
