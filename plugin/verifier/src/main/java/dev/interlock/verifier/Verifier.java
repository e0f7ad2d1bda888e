package dev.interlock.verifier;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Proof;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.RuleOutcome;
import dev.interlock.verifier.finding.Severity;
import dev.interlock.verifier.prove.Proofs;
import dev.interlock.verifier.prove.Proved;
import dev.interlock.verifier.prove.Prover;
import dev.interlock.verifier.prove.Verdict;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.CrmLimits;
import dev.interlock.verifier.rule.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

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

  /// What these rules find makes a model of which nothing can be proved.
  private static final Set<String> UNPROVABLE =
      Set.of("E-NAME-UNBOUND", "E-NAME-DUPLICATE", "E-OPTION-UNKNOWN", "E-ARM-GAP");

  /// What these rules find by the words of a contract, the prover decides.
  private static final Set<String> GUESSED = Set.of("E-ADMIT-MISSING");

  private static final ThreadFactory EXPLORES = Thread.ofPlatform().name("prover").factory();

  private final List<Rule> rules;
  private final List<Rule> more;
  private final Optional<Prover> prover;
  private final LocalDate today;
  private final Set<String> raised;

  private Verifier(
      List<Rule> rules,
      List<Rule> more,
      Optional<Prover> prover,
      LocalDate today,
      Set<String> raised) {
    this.rules = List.copyOf(rules);
    this.more = List.copyOf(more);
    this.prover = prover;
    this.today = today;
    this.raised = Set.copyOf(raised);
  }

  /// A verifier with all rules that look at declarations and at the shape of paths and need no CRM;
  /// waivers end by this day.
  public static Verifier on(LocalDate today) {
    return new Verifier(Rules.structural(), List.of(), Optional.empty(), today, Set.of());
  }

  /// The same, and what can happen is explored as well, each task within the budget. It takes
  /// seconds where the other rules take milliseconds.
  public Verifier proving(Budget budget) {
    return new Verifier(rules, more, Optional.of(new Prover(budget)), today, raised);
  }

  /// The same, and what was proved before is not proved again.
  public Verifier proving(Budget budget, Proofs proofs) {
    return new Verifier(
        rules, more, Optional.of(new Prover(budget).keeping(proofs)), today, raised);
  }

  /// The same, and what this CRM cannot do is found as well.
  public Verifier within(CrmLimits limits) {
    List<Rule> own = Rules.within(limits);
    List<Rule> all = new ArrayList<>(rules);
    all.removeIf(rule -> own.stream().anyMatch(other -> other.id().equals(rule.id())));
    all.addAll(own);
    return new Verifier(all, more, prover, today, raised);
  }

  /// The same, asking one more rule of the set as it goes live; not of it together with versions
  /// that runs are still under way on.
  public Verifier and(Rule rule) {
    List<Rule> all = new ArrayList<>(more);
    all.add(rule);
    return new Verifier(rules, all, prover, today, raised);
  }

  /// The same, and what these rules warn of is an error. Nothing makes an error a warning.
  public Verifier raising(Set<String> rulesToo) {
    return new Verifier(rules, more, prover, today, rulesToo);
  }

  /// The rules that are asked, in their order.
  public List<Rule> rules() {
    return Stream.concat(rules.stream(), more.stream()).toList();
  }

  /// Every rule that is asked, with its reason: those that look, and those that prove.
  public Map<String, String> reasons() {
    Map<String, String> reasons = new LinkedHashMap<>();
    rules().forEach(rule -> reasons.put(rule.id(), rule.reason()));
    if (prover.isPresent()) {
      Prover.rules().forEach(reasons::putIfAbsent);
    }
    return reasons;
  }

  /// Verifies the set. What can happen is only explored in a set whose names are bound and whose
  /// choices are whole.
  ///
  /// @throws RuleFailedException when a rule breaks off; nothing else is waited for then
  public Report verify(ContractSet set) {
    return verify(set, Beside.nothing());
  }

  /// Verifies the set together with the versions that runs are under way on and that take no
  /// entries once it is live. What is found of it only together with them is `E-VERSION-DRAIN`; a
  /// contract that takes the place of another version says what changed.
  public Report verify(ContractSet set, Beside beside) {
    Findings alone = find(set, rules());
    List<Finding> findings = new ArrayList<>(alone.findings());
    List<RuleOutcome> outcomes = new ArrayList<>(alone.outcomes());
    int draining = beside.drainingBeside(set).size();
    if (draining > 0) {
      List<Finding> besides = draining(beside).found(set, alone.findings());
      findings.addAll(besides);
      outcomes.add(new RuleOutcome(Draining.RULE, Draining.REASON, draining, besides.size()));
    }
    ChangeNotes.Asked notes = new ChangeNotes(today).of(set, beside);
    findings.addAll(notes.findings());
    outcomes.replaceAll(outcome ->
        outcome.rule().equals(ChangeNotes.RULE)
            ? new RuleOutcome(
                outcome.rule(),
                outcome.reason(),
                outcome.looked() + notes.asked(),
                outcome.found() + notes.findings().size())
            : outcome);
    Waivers.Applied applied = new Waivers(today).apply(set, findings);
    List<Finding> left = applied.findings().stream().sorted(IN_SOURCE_ORDER).toList();
    return new Report(
        set.contracts().size(),
        left,
        applied.waived(),
        outcomes,
        Optional.of(today),
        alone.proof());
  }

  private Draining draining(Beside beside) {
    return new Draining(
        beside,
        set -> {
          List<Finding> seen = new ArrayList<>();
          look(rules, set, new IdentityHashMap<>(), seen, new LinkedHashMap<>());
          return seen;
        },
        set -> find(set, rules).findings(),
        set -> prover.filter(_ -> bars(barring(set)).isEmpty()));
  }

  /// What is found of a set, before anybody answers for any of it.
  private record Findings(List<Finding> findings, List<RuleOutcome> outcomes, Proof proof) {}

  private Findings find(ContractSet set, List<Rule> looking) {
    IdentityHashMap<Rule, Checked> asked =
        prover.isEmpty() ? new IdentityHashMap<>() : barring(set);
    List<String> bars = bars(asked);
    Optional<Prover> exploring = prover.filter(_ -> bars.isEmpty());
    List<Finding> findings = new ArrayList<>();
    Map<String, RuleOutcome> outcomes = new LinkedHashMap<>();
    Proof proof;
    // the rules that look take one thread, and are soon done: what can happen is explored meanwhile
    try (ExecutorService beside = Executors.newThreadPerTaskExecutor(EXPLORES)) {
      Optional<Future<Verdict>> verdict = exploring.map(one -> beside.submit(() -> one.prove(set)));
      try {
        look(looking, set, asked, findings, outcomes);
        proof =
            verdict
                .map(one -> proof(one, findings, outcomes))
                .orElseGet(() -> unproved(bars, outcomes));
      } catch (RuleFailedException broken) {
        // nobody waits for a proof of what cannot be judged
        beside.shutdownNow();
        throw broken;
      }
    }
    return new Findings(
        findings.stream().map(this::weighed).toList(), List.copyOf(outcomes.values()), proof);
  }

  private Finding weighed(Finding finding) {
    return raised.contains(finding.rule()) ? finding.weighing(Severity.ERROR) : finding;
  }

  /// The rules whose findings leave nothing that could be explored.
  private static List<String> bars(IdentityHashMap<Rule, Checked> asked) {
    return asked.entrySet().stream()
        .filter(entry -> !entry.getValue().findings().isEmpty())
        .map(entry -> entry.getKey().id())
        .distinct()
        .sorted()
        .toList();
  }

  /// What the rules say that decide whether anything can be explored; they are not asked again.
  private IdentityHashMap<Rule, Checked> barring(ContractSet set) {
    IdentityHashMap<Rule, Checked> asked = new IdentityHashMap<>();
    rules.stream()
        .filter(rule -> UNPROVABLE.contains(rule.id()))
        .forEach(rule -> asked.put(rule, answer(rule, set)));
    return asked;
  }

  private static void look(
      List<Rule> looking,
      ContractSet set,
      IdentityHashMap<Rule, Checked> asked,
      List<Finding> findings,
      Map<String, RuleOutcome> outcomes) {
    for (Rule rule : looking) {
      Checked known = asked.get(rule);
      Checked checked = known == null ? answer(rule, set) : known;
      note(outcomes, rule.id(), rule.reason(), checked.looked(), checked.findings().size());
      findings.addAll(checked.findings());
    }
  }

  private static Checked answer(Rule rule, ContractSet set) {
    try {
      return rule.check(set);
    } catch (RuntimeException problem) {
      throw new RuleFailedException("the rule " + rule.id(), problem);
    }
  }

  private Proof unproved(List<String> bars, Map<String, RuleOutcome> outcomes) {
    if (prover.isEmpty()) {
      return new Proof.Unasked();
    }
    noteProved(outcomes);
    return new Proof.Barred(bars);
  }

  private static Proof proof(
      Future<Verdict> verdict, List<Finding> findings, Map<String, RuleOutcome> outcomes) {
    noteProved(outcomes);
    Verdict reached = reached(verdict);
    reached.rules().forEach(one -> decide(one, findings, outcomes));
    return reached.proof();
  }

  private static Verdict reached(Future<Verdict> verdict) {
    try {
      return verdict.get();
    } catch (InterruptedException stopped) {
      verdict.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while proving", stopped);
    } catch (ExecutionException bug) {
      throw new RuleFailedException("the prover", Optional.ofNullable(bug.getCause()).orElse(bug));
    }
  }

  private static void noteProved(Map<String, RuleOutcome> outcomes) {
    Prover.rules().forEach((rule, reason) -> note(outcomes, rule, reason, 0, 0));
  }

  private static void note(
      Map<String, RuleOutcome> outcomes, String rule, String reason, int looked, int found) {
    outcomes.merge(
        rule,
        new RuleOutcome(rule, reason, looked, found),
        (before, more) ->
            new RuleOutcome(
                rule,
                before.reason(),
                before.looked() + more.looked(),
                before.found() + more.found()));
  }

  /// What was proved takes the place of what the shape of a path makes likely: of the same finding
  /// the one with a story is kept, and where a rule by words is only a guess at what is decided
  /// here, the guess is dropped.
  private static void decide(
      Proved one, List<Finding> findings, Map<String, RuleOutcome> outcomes) {
    int before = findings.size();
    findings.removeIf(shape ->
        shape.rule().equals(one.rule())
            && (one.findings().stream().anyMatch(proof -> isSame(shape, proof))
                || (GUESSED.contains(one.rule()) && !one.isGivenUp(shape.contract()))));
    findings.addAll(one.findings());
    note(outcomes, one.rule(), one.reason(), one.looked(), findings.size() - before);
  }

  private static boolean isSame(Finding one, Finding other) {
    return other.contract().equals(one.contract())
        && other.at().equals(one.at())
        && other.position().line() == one.position().line();
  }
}
