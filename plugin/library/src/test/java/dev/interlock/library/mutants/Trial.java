package dev.interlock.library.mutants;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.library.mutants.Likeness.Likely;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.script.Script;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.scenario.Scenario;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Asks the verifier about mutants and, where it has nothing to say, plays the accepted scenarios
/// with them and lives with them.
final class Trial {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /// What the shape of a contract only makes likely, and exploring decides.
  private static final String GUESSED = "E-ADMIT-MISSING";

  private final List<Rule> looking =
      Verifier.on(TODAY).rules().stream().filter(rule -> !rule.id().equals(GUESSED)).toList();
  private final Verifier proving = Verifier.on(TODAY).proving(Budget.usual());
  private final IdentityHashMap<ContractSet, Likeness> originals = new IdentityHashMap<>();

  /// Everything that is found in the set.
  Report findings(ContractSet set) {
    return proving.verify(set);
  }

  /// Which of the rules that were meant to notice the mutant do so by its shape.
  Set<String> seen(Mutant mutant) {
    return looking.stream()
        .filter(rule -> mutant.operator().provokes().contains(rule.id()))
        .filter(rule -> !rule.check(mutant.set()).findings().isEmpty())
        .map(Rule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Verdict of(Mutant mutant) {
    Set<String> seen = seen(mutant);
    return seen.isEmpty() ? explored(mutant) : new Verdict.Seen(seen);
  }

  private Verdict explored(Mutant mutant) {
    Set<String> all = rules(findings(mutant.set()));
    Set<String> found = new TreeSet<>(all);
    found.retainAll(mutant.operator().provokes());
    if (!found.isEmpty()) {
      return new Verdict.Explored(found);
    }
    if (!all.isEmpty()) {
      return new Verdict.Survived("found, but only by " + all);
    }
    Likeness original =
        originals.computeIfAbsent(mutant.original(), set -> Likeness.to(set, scripts(mutant)));
    Optional<String> broken = original.brokenBy(mutant);
    if (broken.isPresent()) {
      return new Verdict.Survived("broken in a life: " + broken.get());
    }
    return shown(mutant)
        .<Verdict>map(Verdict.Shown::new)
        .orElseGet(() ->
            switch (original.of(mutant)) {
              case Likely.Same _ -> new Verdict.Harmless();
              case Likely.Different(var how) -> new Verdict.Unnoticed(how);
            });
  }

  private static List<Script> scripts(Mutant mutant) {
    return Rehearsals.of(mutant.original()).stream().map(Scenario::script).toList();
  }

  /// The first accepted scenario that comes to something else with the mutant.
  Optional<String> shown(Mutant mutant) {
    Repertoire repertoire = Repertoire.of(mutant.set());
    return Rehearsals.of(mutant.original()).stream()
        .filter(scenario -> Rehearsals.isOther(scenario, repertoire))
        .map(Scenario::name)
        .findFirst();
  }

  private static Set<String> rules(Report report) {
    return report.findings().stream()
        .map(Finding::rule)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
