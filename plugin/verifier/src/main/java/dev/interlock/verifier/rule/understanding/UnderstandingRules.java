package dev.interlock.verifier.rule.understanding;

import dev.interlock.verifier.rule.CrmLimits;
import dev.interlock.verifier.rule.Rule;
import java.util.List;

/// The rules about whether a contract is understood.
public final class UnderstandingRules {
  private UnderstandingRules() {}

  /// In the order in which they are asked.
  public static List<Rule> rules() {
    return List.of(
        new DocMissing(),
        new NameUnbound(),
        new NameDuplicate(),
        new OptionUnknown(),
        new Size(),
        new Growth());
  }

  /// The rule that nothing is asked of a CRM which it cannot do.
  public static Rule within(CrmLimits limits) {
    return new CrmCannot(limits);
  }
}
