package dev.interlock.verifier.scenario;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Position;
import dev.interlock.simulation.Played;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Rehearsal;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether accepted scenarios walk everything in the contracts, and still come to what was
/// accepted.
///
/// Asked only where an author keeps scenarios: whoever does wants to hear of what they leave out.
public final class Rehearsed implements Rule {
  private static final String ID = "E-SCENARIO-UNCOVERED";
  private static final String ACCEPT =
      "read what comes of it now, and accept it again: `interlock scenarios PATH --accept --by NAME`.";
  private static final String AGAIN =
      "read what was changed, and accept them again: `interlock scenarios PATH --accept --by NAME`.";
  private static final String BUILD =
      "have whoever keeps these contracts read what comes of it now, accept it again, and build the"
          + " jar again; or leave out what was put beside it.";

  private static final int FEW = 4;

  private final List<Scenario> scenarios;
  private final boolean isWhole;

  /// Scenarios that are to walk everything.
  public Rehearsed(List<Scenario> scenarios) {
    this(scenarios, true);
  }

  private Rehearsed(List<Scenario> scenarios, boolean isWhole) {
    this.scenarios = List.copyOf(scenarios);
    this.isWhole = isWhole;
  }

  /// Scenarios that come along with contracts, as in a jar: whether they walk everything was asked
  /// when it was built, and here only that they come to what was accepted.
  public static Rehearsed comingAlong(List<Scenario> scenarios) {
    return new Rehearsed(scenarios, false);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String reason() {
    return "A way that nobody has walked in a scenario is a way that nobody has seen work.";
  }

  @Override
  public Checked check(ContractSet set) {
    Repertoire repertoire = Repertoire.of(set);
    List<Finding> findings = new ArrayList<>();
    List<Walked> walked = new ArrayList<>();
    Map<ContractId, List<String>> outdated = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      Played played = Simulation.play(repertoire, scenario.script());
      Optional<String> problem = problem(scenario, played);
      problem.ifPresent(words -> findings.add(about(scenario, words)));
      if (problem.isEmpty()) {
        scenario
            .outdatedIn(set)
            .ifPresent(
                of -> outdated.computeIfAbsent(of, _ -> new ArrayList<>()).add(scenario.name()));
      }
      if (scenario.acceptance().isPresent() && played instanceof Played.Whole) {
        // where it has to be accepted again, that is said, and nothing else is missing
        walked.add(Walked.by(repertoire, played.chronicle()));
      }
    }
    outdated.forEach((contract, names) -> findings.add(outdated(set, contract, names)));
    if (!isWhole) {
      return new Checked(scenarios.size(), findings);
    }
    List<Passage> all = passages(set);
    Reachable reachable = new Reachable(set, Budget.usual());
    all.stream()
        .filter(passage -> walked.stream().noneMatch(one -> one.has(passage)))
        .filter(reachable::has)
        .map(passage -> uncovered(set, passage))
        .forEach(findings::add);
    return new Checked(all.size(), findings);
  }

  private Finding about(Scenario scenario, String words) {
    return found(
        "", scenario.name(), Position.at(scenario.name(), 1), words, isWhole ? ACCEPT : BUILD);
  }

  private Finding outdated(ContractSet set, ContractId of, List<String> names) {
    return found(
        of.text(),
        "scenarios",
        set.contract(of).map(Contract::position).orElse(Position.at(names.getFirst(), 1)),
        "%s accepted for another version of it, and %s to the same: %s"
            .formatted(
                names.size() == 1 ? "a scenario was" : names.size() + " scenarios were",
                names.size() == 1 ? "comes" : "come",
                listed(names)),
        isWhole ? AGAIN : BUILD);
  }

  private static String listed(List<String> names) {
    return names.size() <= FEW
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, FEW)) + " and " + (names.size() - FEW) + " more";
  }

  /// The report with those of the scenarios that it finds nothing wrong with.
  public static Report on(Report report, ContractSet set, List<Scenario> scenarios) {
    return report.rehearsed(
        scenarios.stream()
            .filter(scenario -> scenario.isAcceptedFor(set))
            .filter(
                scenario -> report.findings().stream().noneMatch(found -> isAbout(found, scenario)))
            .flatMap(scenario -> scenario.acceptance().stream())
            .map(said -> new Rehearsal(said.hashes().keySet(), said.by(), said.on()))
            .toList());
  }

  private static boolean isAbout(Finding finding, Scenario scenario) {
    return finding.rule().equals(ID) && finding.at().equals(scenario.name());
  }

  static List<Passage> passages(ContractSet set) {
    return set.contracts().stream().flatMap(one -> Passages.of(one).stream()).toList();
  }

  private static Optional<String> problem(Scenario scenario, Played played) {
    if (played instanceof Played.Derailed(var beat, var why, _)) {
      return Optional.of("can no longer be played: beat %d: %s".formatted(beat + 1, why));
    }
    if (scenario.acceptance().isEmpty()) {
      return Optional.of("nobody has accepted yet what comes of it");
    }
    return scenario
        .outcome()
        .difference(Outcome.of(played.chronicle()))
        .map(how -> "comes to something else than what was accepted: " + how);
  }

  private Finding uncovered(ContractSet set, Passage passage) {
    Contract contract = set.contract(passage.contract()).orElseThrow();
    Position position = passage.position().line() == 0 ? contract.position() : passage.position();
    return found(
        contract,
        passage.step() + " (" + passage.way() + ")",
        position,
        "no accepted scenario walks *%s* (%s)".formatted(passage.step(), passage.way()),
        "have one offered, read it, and accept it: `interlock scenarios PATH --offer`.");
  }
}
