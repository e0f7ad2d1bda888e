package dev.interlock.handbook.page;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.Declaration.Waives;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.handbook.words.TimeWords;
import dev.interlock.verifier.finding.Waived;
import java.util.List;
import java.util.stream.Stream;

/// Reads what is accepted for a time.
record AcceptedReader(Edition edition, Findings findings) {

  /// What the contract waives, whether it was found or not.
  List<AcceptedView> of(Contract contract) {
    return contract.declarations().stream()
        .flatMap(each ->
            each instanceof Declaration.Waives waiver
                ? Stream.of(view(contract, waiver))
                : Stream.empty())
        .toList();
  }

  private AcceptedView view(Contract contract, Waives waiver) {
    List<String> found =
        edition.report().stream()
            .flatMap(report -> report.waived().stream())
            .filter(waived ->
                waived.waiver().equals(waiver)
                    && waived.finding().contract().equals(contract.id().text()))
            .map(Waived::finding)
            .map(finding -> Findings.sentence(finding.message()))
            .toList();
    return new AcceptedView(
        findings.link(contract.id().text()),
        waiver.rule(),
        waiver.at(),
        waiver.with().map(ContractId::text).orElse(""),
        waiver.story(),
        found,
        Phrases.sentence(waiver.reason()),
        waiver.decidedBy(),
        Phrases.sentence(waiver.compensation()),
        TimeWords.date(waiver.until()));
  }
}
