package dev.interlock.handbook;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration.Waives;
import dev.interlock.contract.model.Position;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Proof;
import dev.interlock.verifier.finding.Proof.Round;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.RuleOutcome;
import dev.interlock.verifier.finding.Severity;
import dev.interlock.verifier.finding.Waived;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reports about the example's contracts, as if something had been found.
final class Found {
  static final LocalDate DAY = LocalDate.of(2026, 3, 4);

  private static final List<RuleOutcome> RULES =
      List.of(new RuleOutcome("E-STAGE-BACKWARD", "A deal must not slide back.", 3, 1));

  private Found() {}

  /// Everything explored, and one thing found of two workflows.
  static Report between(ContractSet set, String story, String assumption) {
    Finding finding =
        new Finding(
            "E-CONTACT-CONTESTED",
            Severity.ERROR,
            Example.MISSED_CALL.text(),
            Example.SPEED.text(),
            Position.at("Missed.java", 7),
            "*Missed-call text-back* and *Speed to lead* both write to the contact",
            "claim one lane for both.",
            new Evidence.Unresolved(
                List.of(
                    "Ana has a deal at Sales / New.",
                    "Monday 10:00: Ana calls, and nobody picks up.",
                    "Wednesday 10:05, two days later: *Speed to lead* begins " + story,
                    "This is wrong: both text her"),
                assumption));
    return new Report(3, List.of(finding), List.of(), RULES, Optional.of(DAY), made(set, 1));
  }

  /// Everything explored, and nothing found that nobody answers for.
  static Report nothing(ContractSet set) {
    List<Waived> waived =
        set.contracts().stream()
            .flatMap(contract ->
                contract.declarations().stream()
                    .flatMap(each ->
                        each instanceof Waives waiver
                            ? Stream.of(new Waived(waivedIn(contract, waiver), waiver))
                            : Stream.empty()))
            .toList();
    return new Report(
        set.contracts().size(), List.of(), waived, RULES, Optional.of(DAY), made(set, 0));
  }

  private static Finding waivedIn(Contract contract, Waives waiver) {
    return new Finding(
        waiver.rule(),
        Severity.WARNING,
        contract.id().text(),
        waiver.at(),
        waiver.position(),
        "it is larger than a page",
        "");
  }

  /// Nothing explored, because a name is bound to nothing.
  static Report barred() {
    return new Report(
        3,
        List.of(),
        List.of(),
        RULES,
        Optional.of(DAY),
        new Proof.Barred(List.of("E-NAME-UNBOUND")));
  }

  private static Proof.Made made(ContractSet set, int unresolved) {
    List<ContractId> all = set.contracts().stream().map(Contract::id).toList();
    return new Proof.Made(
        Stream.concat(
                all.stream().map(one -> new Round(List.of(one), 20, 0, 0)),
                Stream.of(new Round(List.of(Example.MISSED_CALL, Example.SPEED), 4, 0, unresolved)))
            .toList(),
        new Round(all, 3, 0, 0));
  }
}
