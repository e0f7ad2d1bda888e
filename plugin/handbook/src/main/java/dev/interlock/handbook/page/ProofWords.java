package dev.interlock.handbook.page;

import dev.interlock.contract.model.ContractId;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.handbook.words.TimeWords;
import dev.interlock.verifier.finding.Proof;
import dev.interlock.verifier.finding.Rehearsal;
import dev.interlock.verifier.finding.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What was proved, in sentences.
final class ProofWords {
  private ProofWords() {}

  /// What was proved about one contract.
  static String of(Report report, ContractId contract) {
    return switch (report.proof()) {
      case Proof.Unasked _, Proof.Barred _ -> notMade(report.proof());
      case Proof.Made made ->
          sentence(Proof.Round.sum(List.of(contract), made.roundsOf(contract).stream()));
    };
  }

  /// What was proved about all contracts.
  static String of(Report report) {
    return switch (report.proof()) {
      case Proof.Unasked _, Proof.Barred _ -> notMade(report.proof());
      case Proof.Made made -> sentence(made.whole());
    };
  }

  /// The day, where it is known; pages that come with a build are the same on any day.
  static String day(Report report) {
    return report.on().map(TimeWords::date).orElse("when it was built");
  }

  /// How many scenarios were accepted, by whom, and when the last of them was.
  static String accepted(List<Rehearsal> rehearsals) {
    List<String> who = rehearsals.stream().map(Rehearsal::by).distinct().sorted().toList();
    String last =
        rehearsals.stream()
            .map(Rehearsal::on)
            .max(Comparator.naturalOrder())
            .map(TimeWords::date)
            .orElseThrow();
    return rehearsals.size()
        + ", by "
        + Phrases.and(who)
        + (rehearsals.size() == 1 ? " on " : ", the last on ")
        + last
        + "; each was played, and comes to what was accepted";
  }

  private static String notMade(Proof proof) {
    return switch (proof) {
      case Proof.Made _ -> "";
      case Proof.Unasked _ -> "What can happen was not explored for this page.";
      case Proof.Barred(var rules) ->
          "Nothing is proved yet, because of "
              + Phrases.and(rules)
              + ": mend these first; what can happen between workflows is explored after that.";
    };
  }

  private static String sentence(Proof.Round round) {
    if (round.claims() == 0) {
      return "There was nothing to prove.";
    }
    String explored =
        "Everything that can happen to a contact was explored: of "
            + Phrases.counted(round.claims(), "claim", "claims")
            + " ";
    if (round.held() == round.claims()) {
      return explored + "every one holds.";
    }
    List<String> parts = new ArrayList<>(List.of(holds(round.held())));
    if (round.broken() > 0) {
      parts.add(round.broken() + (round.broken() == 1 ? " does not" : " do not"));
    }
    if (round.unresolved() > 0) {
      parts.add(round.unresolved() + " stayed unresolved");
    }
    return explored + Phrases.and(parts) + ".";
  }

  private static String holds(int held) {
    return held + (held == 1 ? " holds" : " hold");
  }
}
