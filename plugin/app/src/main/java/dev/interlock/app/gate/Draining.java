package dev.interlock.app.gate;

import dev.interlock.app.check.Checking;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.RuleOutcome;
import dev.interlock.verifier.finding.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Verifies a set together with the versions that runs are still under way on, and that are not in
/// it: they take no entries any more, but what they do next meets what is new.
///
/// Each such version is put into the set in the place of the contract of its name. What is then
/// found, and was found neither without it nor among what has been running, comes of the two
/// together. That a version might still take entries is assumed, which errs on the safe side.
record Draining(
    ContractSet next, Report alone, Running running, LocalDate today, Checking checking) {
  static final String RULE = "E-VERSION-DRAIN";
  private static final String REASON =
      "Runs finish on the version that they began with; what goes live beside them must leave them"
          + " whole.";

  /// What makes a finding the same in two reports.
  private record Trait(String rule, String contract, String at) {
    static Trait of(Finding finding) {
      return new Trait(finding.rule(), finding.contract(), finding.at());
    }
  }

  /// The report of the set alone, with what is found besides.
  Report report() {
    var versions =
        running.inUse().stream().filter(version -> !isIn(next, version.contract())).toList();
    if (versions.isEmpty()) {
      return alone;
    }
    Set<Trait> known = known();
    var besides = new ArrayList<Finding>();
    for (var version : versions) {
      checking.check(with(version.contract()), today).findings().stream()
          .filter(finding -> finding.severity() == Severity.ERROR)
          .filter(finding -> known.add(Trait.of(finding)))
          .map(finding -> told(finding, version))
          .forEach(besides::add);
    }
    return alone.and(besides, new RuleOutcome(RULE, REASON, versions.size(), besides.size()));
  }

  private Set<Trait> known() {
    var known = new HashSet<Trait>();
    alone.findings().forEach(finding -> known.add(Trait.of(finding)));
    running
        .live()
        .ifPresent(live ->
            checking.check(live, today).findings().forEach(each -> known.add(Trait.of(each))));
    return known;
  }

  private static boolean isIn(ContractSet set, Contract contract) {
    return set.contract(contract.id()).filter(contract::equals).isPresent();
  }

  private ContractSet with(Contract version) {
    List<Contract> contracts =
        Stream.concat(
                next.contracts().stream().filter(other -> !other.id().equals(version.id())),
                Stream.of(version))
            .toList();
    return new ContractSet(next.operation(), contracts);
  }

  private static Finding told(Finding finding, Running.Version version) {
    var runs = version.runs() == 1 ? "1 run is" : version.runs() + " runs are";
    return new Finding(
            RULE,
            Severity.ERROR,
            version.contract().id().text(),
            finding.at(),
            finding.position(),
            "%s still under way on version %s, which does not go with what is new: %s (%s)"
                .formatted(
                    runs,
                    ContentHash.of(version.contract()).shortForm(),
                    said(finding, version),
                    finding.rule()),
            "keep what they need, or wait until they are over, or withdraw them. " + finding.help())
        .with(finding.evidence());
  }

  private static String said(Finding finding, Running.Version version) {
    var other = finding.contract();
    return other.isEmpty() || other.equals(version.contract().id().text())
        ? finding.message()
        : other + ": " + finding.message();
  }
}
