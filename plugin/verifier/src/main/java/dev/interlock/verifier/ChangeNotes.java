package dev.interlock.verifier;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Contracts that take the place of another version and do not say what changed.
///
/// A version is told by its content, not by a number, so that only where it is known what is live
/// can anybody say that there is one before. A note that the version before has, too, was written
/// about an earlier change.
final class ChangeNotes {
  static final String RULE = "E-DOC-MISSING";

  private final LocalDate today;

  ChangeNotes(LocalDate today) {
    this.today = today;
  }

  /// What came of asking.
  ///
  /// @param asked how many contracts take the place of another version
  record Asked(int asked, List<Finding> findings) {}

  /// A version that was live once is none that nobody knows: who goes back to it in a hurry is not
  /// asked.
  Asked of(ContractSet next, Beside beside) {
    int asked = 0;
    List<Finding> findings = new ArrayList<>();
    for (Contract contract : next.contracts()) {
      Optional<Contract> before =
          beside
              .live()
              .flatMap(live -> live.contract(contract.id()))
              .filter(one -> !one.equals(contract))
              .filter(_ -> !beside.wasLive(contract));
      if (before.isPresent()) {
        asked++;
        if (notes(before.get()).containsAll(notes(contract))) {
          findings.add(missing(contract, before.get()));
        }
      }
    }
    return new Asked(asked, List.copyOf(findings));
  }

  private static Set<Declaration> notes(Contract contract) {
    return contract.declarations().stream()
        .filter(Declaration.Changed.class::isInstance)
        .collect(Collectors.toSet());
  }

  private Finding missing(Contract contract, Contract before) {
    return new Finding(
        RULE,
        Severity.ERROR,
        contract.id().text(),
        "changed",
        contract.position(),
        "it is not said what changed against version %s, which is live"
            .formatted(ContentHash.of(before).shortForm()),
        "say changed(LocalDate.of(%d, %d, %d), \"...\"), for those who read the page after the change."
            .formatted(today.getYear(), today.getMonthValue(), today.getDayOfMonth()));
  }
}
