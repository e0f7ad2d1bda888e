package dev.interlock.verifier;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.RuleOutcome;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.CrmLimits;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.rule.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Verifies a set of contracts: asks every rule, applies the waivers, and reports what is left.
///
///     Report report = Verifier.on(LocalDate.now(clock)).within(limits).verify(set);
///
/// Immutable, and safe for any number of threads. The same set on the same day gives the same
/// report.
public final class Verifier {
  private static final Comparator<Finding> IN_SOURCE_ORDER =
      Comparator.comparing((Finding finding) -> finding.position().file())
          .thenComparingInt(finding -> finding.position().line())
          .thenComparing(Finding::contract)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::at)
          .thenComparing(Finding::message);

  private final List<Rule> rules;
  private final LocalDate today;

  private Verifier(List<Rule> rules, LocalDate today) {
    this.rules = List.copyOf(rules);
    this.today = today;
  }

  /// A verifier with all rules that need no CRM; waivers end by this day.
  public static Verifier on(LocalDate today) {
    return new Verifier(Rules.structural(), today);
  }

  /// The same, and what this CRM cannot do is found as well.
  public Verifier within(CrmLimits limits) {
    return and(Rules.within(limits));
  }

  /// The same, asking one more rule.
  public Verifier and(Rule rule) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(rule);
    return new Verifier(more, today);
  }

  /// The rules that are asked, in their order.
  public List<Rule> rules() {
    return rules;
  }

  /// Verifies the set.
  public Report verify(ContractSet set) {
    List<Finding> findings = new ArrayList<>();
    List<RuleOutcome> outcomes = new ArrayList<>();
    for (Rule rule : rules) {
      Checked checked = rule.check(set);
      findings.addAll(checked.findings());
      outcomes.add(
          new RuleOutcome(rule.id(), rule.reason(), checked.looked(), checked.findings().size()));
    }
    Waivers.Applied applied = new Waivers(today).apply(set, findings);
    List<Finding> left = applied.findings().stream().sorted(IN_SOURCE_ORDER).toList();
    return new Report(set.contracts().size(), left, applied.waived(), outcomes);
  }
}
