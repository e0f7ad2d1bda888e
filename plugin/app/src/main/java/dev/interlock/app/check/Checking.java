package dev.interlock.app.check;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.app.settings.Key;
import dev.interlock.app.settings.Settings;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.crm.Capabilities;
import dev.interlock.crm.highlevel.HighLevelCapabilities;
import dev.interlock.verifier.Beside;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.ReportText;
import dev.interlock.verifier.prove.Proofs;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.rule.CrmLimits;
import dev.interlock.verifier.scenario.Rehearsed;
import dev.interlock.verifier.scenario.Scenario;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Verifies contracts that are to run on HighLevel.
public final class Checking {
  private final Proofs proofs;
  private final Set<String> raised;

  /// @param proofs what is in there is not proved again
  public Checking(Proofs proofs) {
    this(proofs, Set.of());
  }

  /// @param proofs what is in there is not proved again
  /// @param raised rules whose warnings are errors here
  public Checking(Proofs proofs, Set<String> raised) {
    this.proofs = proofs;
    this.raised = Set.copyOf(raised);
  }

  /// As the settings say.
  public static Checking of(Surroundings surroundings, Proofs proofs) {
    return new Checking(proofs, raised(surroundings.settings()));
  }

  /// The rules whose warnings are errors here.
  ///
  /// @throws CannotRunException when one of them is none
  public static Set<String> raised(Settings settings) {
    var named =
        settings.text(Key.RAISED_RULES).stream()
            .flatMap(Pattern.compile(",")::splitAsStream)
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    if (named.isEmpty()) {
      // else every start would make all rules
      return named;
    }
    var known =
        verifier(LocalDate.EPOCH)
            .proving(Budget.usual(), Proofs.inMemory(0))
            .and(new Rehearsed(List.of()))
            .reasons()
            .keySet();
    named.stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .findFirst()
        .ifPresent(name -> {
          throw settings.wrong(Key.RAISED_RULES, "there is no rule " + name);
        });
    return named;
  }

  /// What is wrong with them, with everything explored that can happen. It takes seconds.
  ///
  /// @param today the day by which waivers end
  public Report check(ContractSet set, LocalDate today) {
    return whole(today).verify(set);
  }

  /// The same, together with what runs already where they are to go live, and with the scenarios
  /// that jars carry: each has to come to what was accepted.
  public Report check(ContractSet set, Beside beside, List<Scenario> scenarios, LocalDate today) {
    return Rehearsed.on(carrying(scenarios, today).verify(set, beside), set, scenarios);
  }

  /// The same, where nothing runs yet.
  public Report check(ContractSet set, List<Scenario> scenarios, LocalDate today) {
    return Rehearsed.on(carrying(scenarios, today).verify(set), set, scenarios);
  }

  /// The same, and accepted scenarios have to walk everything in them.
  public Report checkWalked(ContractSet set, List<Scenario> scenarios, LocalDate today) {
    return Rehearsed.on(whole(today).and(new Rehearsed(scenarios)).verify(set), set, scenarios);
  }

  private Verifier carrying(List<Scenario> scenarios, LocalDate today) {
    return scenarios.isEmpty() ? whole(today) : whole(today).and(Rehearsed.comingAlong(scenarios));
  }

  /// What is wrong with them by what they declare and how they are shaped. It takes milliseconds,
  /// and is for contracts that were checked whole before.
  public static Report look(ContractSet set, LocalDate today) {
    return verifier(today).verify(set);
  }

  /// Nothing is asked of them yet: for contracts that were checked whole before, and soon will be
  /// again.
  public static Report later(ContractSet set) {
    return new Report(set.contracts().size(), List.of(), List.of(), List.of());
  }

  private Verifier whole(LocalDate today) {
    return verifier(today).proving(Budget.usual(), proofs).raising(raised);
  }

  private static Verifier verifier(LocalDate today) {
    return Verifier.on(today).within(limits(new HighLevelCapabilities()));
  }

  /// Loads contracts that are to run now.
  ///
  /// @throws CannotRunException when they do not load, or something blocks go-live
  public Cleared requireSound(List<Path> paths, LocalDate today) {
    var loaded = Contracts.loaded(paths);
    var set = loaded.set();
    var report = check(set, loaded.scenarios(), today);
    if (!report.isSound()) {
      throw new CannotRunException(
          "these contracts must not go live yet (%s); `interlock verify` says why"
              .formatted(ReportText.summary(report)));
    }
    return new Cleared(set, report);
  }

  private static CrmLimits limits(Capabilities crm) {
    return new CrmLimits(crm.crm(), crm::whyNot, crm::whyNot, crm::whyNot, crm::whyNot);
  }
}
