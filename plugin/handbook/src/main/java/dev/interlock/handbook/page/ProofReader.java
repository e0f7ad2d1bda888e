package dev.interlock.handbook.page;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.handbook.page.ProofView.Peer;
import dev.interlock.handbook.words.Anchors;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.verifier.finding.Proof;
import dev.interlock.verifier.finding.Rehearsal;
import dev.interlock.verifier.finding.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads what was proved.
record ProofReader(ContractSet set, Edition edition, String pages) {

  /// What was proved about one contract, against which others.
  ProofView of(Contract contract) {
    Checked checked = Checked.of(edition, contract.id());
    return edition
        .report()
        .map(report ->
            new ProofView(
                checked.sound(),
                checked.sentence(),
                withScenarios(facts(report, rounds(report, contract.id())), report, contract),
                peers(report, contract)))
        .orElseGet(() -> unchecked(checked.sentence()));
  }

  /// What was proved about all of them.
  ProofView whole() {
    return edition
        .report()
        .map(report ->
            new ProofView(
                report.isSound()
                    && edition.unfounded().isEmpty()
                    && !(report.proof() instanceof Proof.Barred),
                ProofWords.of(report) + unfounded(),
                facts(report, whole(report)),
                versions(report)))
        .orElseGet(() -> unchecked("This edition was made without a check."));
  }

  private String unfounded() {
    return edition.unfounded().isEmpty()
        ? ""
        : " No longer founded of "
            + Phrases.counted(edition.unfounded().size(), "workflow", "workflows")
            + ": "
            + edition.unfounded().values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
  }

  private static ProofView unchecked(String sentence) {
    return new ProofView(false, sentence, List.of(), List.of());
  }

  private static Stream<Proof.Round> rounds(Report report, ContractId contract) {
    return switch (report.proof()) {
      case Proof.Unasked _, Proof.Barred _ -> Stream.empty();
      case Proof.Made made -> made.roundsOf(contract).stream();
    };
  }

  private static Stream<Proof.Round> whole(Report report) {
    return switch (report.proof()) {
      case Proof.Unasked _, Proof.Barred _ -> Stream.empty();
      case Proof.Made made -> Stream.of(made.whole());
    };
  }

  private static List<Labelled> facts(Report report, Stream<Proof.Round> rounds) {
    if (report.rules().isEmpty()) {
      return List.of();
    }
    Proof.Round all = Proof.Round.sum(List.of(), rounds);
    List<Labelled> facts = new ArrayList<>();
    switch (report.proof()) {
      case Proof.Unasked _, Proof.Barred _ ->
          facts.add(fact("Checked", Phrases.capital(ProofWords.day(report))));
      case Proof.Made _ -> {
        boolean holds = all.held() == all.claims();
        facts.add(fact(holds ? "Proved" : "Explored", Phrases.capital(ProofWords.day(report))));
        facts.add(
            fact("Claims decided", (all.claims() - all.unresolved()) + " of " + all.claims()));
        facts.add(
            fact("Unresolved", all.unresolved() == 0 ? "None" : String.valueOf(all.unresolved())));
      }
    }
    facts.add(fact("Rules asked", String.valueOf(report.rules().size())));
    return facts;
  }

  private static List<Labelled> withScenarios(
      List<Labelled> facts, Report report, Contract contract) {
    List<Rehearsal> rehearsals =
        report.rehearsals().stream()
            .filter(rehearsal -> rehearsal.contracts().contains(contract.id()))
            .toList();
    return rehearsals.isEmpty()
        ? facts
        : Stream.concat(
                facts.stream(),
                Stream.of(fact("Scenarios accepted", ProofWords.accepted(rehearsals))))
            .toList();
  }

  private static Labelled fact(String label, String words) {
    return new Labelled(label, List.of(words));
  }

  private List<Peer> peers(Report report, Contract contract) {
    return switch (report.proof()) {
      case Proof.Unasked _, Proof.Barred _ -> List.of();
      case Proof.Made made ->
          set.contracts().stream()
              .filter(other -> !other.id().equals(contract.id()))
              .map(other -> peer(other, together(made, contract.id(), other.id())))
              .toList();
    };
  }

  private List<Peer> versions(Report report) {
    return switch (report.proof()) {
      case Proof.Unasked _, Proof.Barred _ -> List.of();
      case Proof.Made made ->
          set.contracts().stream()
              .map(one ->
                  peer(
                      one,
                      counted(
                          Proof.Round.sum(List.of(one.id()), made.roundsOf(one.id()).stream()))))
              .toList();
    };
  }

  private Peer peer(Contract contract, String together) {
    return new Peer(
        new Link(contract.title(), pages + Anchors.page(contract.id())),
        ContentHash.of(contract).shortForm(),
        together);
  }

  /// What was claimed of two contracts at once, besides what was claimed of each among all others.
  private static String together(Proof.Made made, ContractId one, ContractId other) {
    Proof.Round both =
        Proof.Round.sum(
            List.of(one, other),
            made.roundsOf(one).stream().filter(round -> round.contracts().contains(other)));
    return both.claims() == 0 ? "nothing to claim of the two" : counted(both) + " about the two";
  }

  private static String counted(Proof.Round round) {
    return Phrases.counted(round.claims(), "claim", "claims");
  }
}
