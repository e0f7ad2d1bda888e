package dev.interlock.verifier.prove;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.RunKey;
import dev.interlock.simulation.Changeover;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Proof;
import dev.interlock.verifier.finding.Severity;
import dev.interlock.verifier.prove.claim.Claim;
import dev.interlock.verifier.prove.claim.Properties;
import dev.interlock.verifier.prove.claim.Property;
import dev.interlock.verifier.prove.claim.Subject;
import dev.interlock.verifier.prove.diagram.Allowance;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.prove.diagram.OutOfBudget;
import dev.interlock.verifier.prove.world.Survey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Proves a set of contracts sound by exploring everything that can happen to one contact: each
/// contract among the others, and each two together.
///
/// What is found to be possible is played on the real core. A claim that holds here holds in the
/// world the operation declares; one that does not hold and cannot be played stays unresolved.
///
/// Immutable, and safe for any number of threads. The answer is the same on any number of threads.
public final class Prover {
  private final Budget budget;
  private final Optional<Proofs> proofs;
  private final int threads;

  /// A prover whose single tasks may use so much, on as many threads as there are processors.
  public Prover(Budget budget) {
    this(budget, Math.max(1, Runtime.getRuntime().availableProcessors()));
  }

  Prover(Budget budget, int threads) {
    this(budget, Optional.empty(), threads);
  }

  private Prover(Budget budget, Optional<Proofs> proofs, int threads) {
    this.budget = budget;
    this.proofs = proofs;
    this.threads = threads;
  }

  /// The same, and what was proved before is not proved again. It finds the same, word by word.
  public Prover keeping(Proofs known) {
    return new Prover(budget, Optional.of(known), threads);
  }

  /// The rules that are decided, each once, with its reason.
  public static Map<String, String> rules() {
    Map<String, String> rules = new LinkedHashMap<>();
    Stream.concat(Properties.single().stream(), Properties.joint().stream())
        .forEach(property -> rules.putIfAbsent(property.rule(), property.reason()));
    rules.put(Loops.RULE, Loops.REASON);
    return rules;
  }

  /// What was found, by rule, and how much was claimed.
  public Verdict prove(ContractSet set) {
    List<Callable<Studied>> tasks = new ArrayList<>();
    Survey survey = Survey.of(set);
    Optional<Kept> kept =
        proofs.filter(_ -> survey.hasDistinctNames()).map(one -> new Kept(one, survey));
    List<Contract> contracts = set.contracts();
    for (int i = 0; i < contracts.size(); i++) {
      Contract one = contracts.get(i);
      tasks.add(() -> study(survey, List.of(one), Properties.single(), kept));
      if (one.key() != RunKey.CONTACT) {
        tasks.add(() -> study(survey, List.of(one, one), Properties.joint(), kept));
      }
      for (int j = i + 1; j < contracts.size(); j++) {
        Contract other = contracts.get(j);
        tasks.add(() -> study(survey, List.of(one, other), Properties.joint(), kept));
      }
    }
    List<Studied> studied = inParallel(tasks);
    List<Proved> proved = new ArrayList<>(byRule(studied));
    Proved loops = new Loops(survey, budget).prove();
    proved.add(loops);
    return new Verdict(proved, made(set, studied, loops));
  }

  /// What is found of contracts of which some are versions that take no entries once the others are
  /// live: of each among all, and of each two that are not both such versions. Workflows set one
  /// another off without end only by entries, so that nothing new can come of those that take none.
  public List<Finding> proveChangeover(ContractSet together, Changeover changeover) {
    Survey survey = Survey.of(together, changeover);
    Optional<Kept> kept =
        proofs.filter(_ -> survey.hasDistinctNames()).map(one -> new Kept(one, survey));
    List<Callable<Studied>> tasks = new ArrayList<>();
    List<Contract> contracts = together.contracts();
    for (int i = 0; i < contracts.size(); i++) {
      Contract one = contracts.get(i);
      boolean former = changeover.former().containsKey(one.id());
      tasks.add(() -> study(survey, List.of(one), Properties.single(), kept));
      if (one.key() != RunKey.CONTACT && !former) {
        tasks.add(() -> study(survey, List.of(one, one), Properties.joint(), kept));
      }
      for (Contract other : contracts.subList(i + 1, contracts.size())) {
        if (!former || !changeover.former().containsKey(other.id())) {
          tasks.add(() -> study(survey, List.of(one, other), Properties.joint(), kept));
        }
      }
    }
    return byRule(inParallel(tasks)).stream().flatMap(one -> one.findings().stream()).toList();
  }

  private static Proof.Made made(ContractSet set, List<Studied> studied, Proved loops) {
    List<Proof.Round> rounds =
        studied.stream().filter(one -> !one.decided().isEmpty()).map(Studied::round).toList();
    return new Proof.Made(
        rounds,
        round(
            set.contracts(), Math.max(loops.looked(), loops.findings().size()), loops.findings()));
  }

  private static Proof.Round round(List<Contract> contracts, int claims, List<Finding> findings) {
    int unresolved =
        Math.toIntExact(
            findings.stream()
                .filter(finding -> finding.evidence() instanceof Evidence.Unresolved)
                .count());
    return new Proof.Round(
        contracts.stream().map(Contract::id).toList(),
        claims,
        findings.size() - unresolved,
        unresolved);
  }

  /// A claim that was decided, and the finding where it does not hold.
  private record Decided(String rule, List<Finding> findings) {}

  private record Judged(Claim claim, boolean broken) {
    Decided shownBy(Map<Alike, Evidence> evidence) {
      Evidence its = evidence.get(Alike.of(claim));
      return new Decided(
          claim.subject().rule(),
          broken && its != null ? List.of(finding(claim.subject(), its)) : List.of());
    }
  }

  /// Contracts that were explored together, and what was claimed of them.
  private record Studied(List<Contract> contracts, List<Decided> decided) {
    Proof.Round round() {
      return Prover.round(
          contracts,
          decided.size(),
          decided.stream().flatMap(one -> one.findings().stream()).toList());
    }
  }

  private Studied study(
      Survey survey, List<Contract> studied, List<Property> properties, Optional<Kept> kept) {
    return new Studied(studied, decide(survey, studied, properties, kept));
  }

  private List<Decided> decide(
      Survey survey, List<Contract> studied, List<Property> properties, Optional<Kept> kept) {
    List<Property> looking =
        properties.stream().filter(property -> property.looksAt(survey.set(), studied)).toList();
    if (looking.isEmpty()) {
      return List.of();
    }
    Optional<Kept.Entry> entry = kept.map(one -> one.of(studied, looking));
    Optional<Tally> before = entry.flatMap(Kept.Entry::find);
    if (before.isPresent()) {
      return holding(before.get());
    }
    Allowance allowance = new Allowance(budget);
    try (Task task = new Task(survey, studied, looking, true, allowance)) {
      List<Judged> judged =
          task.claims().stream().map(claim -> new Judged(claim, task.isBroken(claim))).toList();
      if (judged.stream().noneMatch(Judged::broken)) {
        Tally proved =
            Tally.of(judged.stream().map(each -> each.claim().subject().rule()).toList());
        entry.ifPresent(one -> one.keep(proved));
      }
      Map<Alike, Evidence> evidence =
          new Resolver(survey, looking, studied, allowance)
              .evidence(task, judged.stream().filter(Judged::broken).map(Judged::claim).toList());
      return judged.stream().map(one -> one.shownBy(evidence)).toList();
    } catch (OutOfBudget grown) {
      return looking.stream()
          .map(property ->
              new Decided(property.rule(), List.of(undecided(property.rule(), studied, grown))))
          .toList();
    }
  }

  private static List<Decided> holding(Tally tally) {
    return tally.claims().entrySet().stream()
        .flatMap(one ->
            Collections.nCopies(one.getValue(), new Decided(one.getKey(), List.of())).stream())
        .toList();
  }

  private static Finding finding(Subject subject, Evidence evidence) {
    return new Finding(
        subject.rule(),
        subject.severity(),
        subject.contract().id().text(),
        subject.at(),
        subject.position(),
        subject.message(),
        subject.help(),
        evidence,
        subject.other().map(ContractId::text).orElse(""));
  }

  private static Finding undecided(String rule, List<Contract> studied, OutOfBudget grown) {
    Contract first = studied.getFirst();
    String others = studied.size() == 1 ? "" : " together with " + studied.getLast().id();
    return new Finding(
        rule,
        Severity.ERROR,
        first.id().text(),
        studied.size() == 1 ? "" : studied.getLast().id().text(),
        first.position(),
        "could not be decided%s: %s".formatted(others, grown.what()),
        "make the contract smaller; or claim one lane for both, so that they are never together.",
        new Evidence.Unresolved(List.of(), grown.what()));
  }

  private List<Studied> inParallel(List<Callable<Studied>> tasks) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      ExecutorCompletionService<Studied> ending = new ExecutorCompletionService<>(pool);
      List<Future<Studied>> submitted = tasks.stream().map(ending::submit).toList();
      try {
        for (int ended = 0; ended < submitted.size(); ended++) {
          ending.take().get();
        }
      } catch (InterruptedException | ExecutionException broken) {
        // the others stop as soon as they ask for the time
        pool.shutdownNow();
        throw broken;
      }
      return submitted.stream().map(Future::resultNow).toList();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while proving", stopped);
    } catch (ExecutionException bug) {
      throw new IllegalStateException("the prover failed", bug.getCause());
    }
  }

  private static List<Proved> byRule(List<Studied> studied) {
    List<Decided> decided = studied.stream().flatMap(one -> one.decided().stream()).toList();
    List<Proved> all = new ArrayList<>();
    rules().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(Loops.RULE))
        .forEach(entry -> {
          String rule = entry.getKey();
          List<Decided> its = decided.stream().filter(one -> one.rule().equals(rule)).toList();
          all.add(
              new Proved(
                  rule,
                  entry.getValue(),
                  its.size(),
                  its.stream()
                      .flatMap(one -> one.findings().stream())
                      .filter(dev.interlock.verifier.rule.Distinct.by(Prover::key))
                      .toList()));
        });
    return all;
  }

  private static String key(Finding finding) {
    return finding.contract() + "/" + finding.at() + "/" + finding.position() + finding.message();
  }
}
