package dev.interlock.verifier;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration.Waives;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Attributes;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Severity;
import dev.interlock.verifier.finding.StoryMark;
import dev.interlock.verifier.finding.Waived;
import dev.interlock.verifier.walk.StepTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Applies the waivers of a set to findings, and judges the waivers themselves.
///
/// A waiver matches a finding of its rule, in its contract, at exactly the place that it names, and
/// where that was played, with the story whose mark it names. A story of another kind is new.
final class Waivers {
  static final String STALE = "E-WAIVER-STALE";
  static final String REFUSED = "E-WAIVER-REFUSED";

  private static final Set<String> NEVER =
      Set.of(
          "E-OPTOUT-IGNORED",
          "E-CAUSE-LOOP",
          "E-NO-EXIT",
          "E-REPEAT-UNBOUNDED",
          "E-NAME-UNBOUND",
          "E-NAME-DUPLICATE",
          // with these nothing is explored, so whoever waived them would answer for everything
          "E-OPTION-UNKNOWN",
          "E-ARM-GAP");
  private static final String WRITE_CONFLICT = "E-WRITE-CONFLICT";
  private static final int LONGEST_DAYS = 180;

  private final LocalDate today;

  Waivers(LocalDate today) {
    this.today = today;
  }

  /// What is left of findings when the waivers of the set are applied.
  Applied apply(ContractSet set, List<Finding> findings) {
    List<Waived> waived = new ArrayList<>();
    List<Finding> ours = new ArrayList<>();
    Set<Finding> gone = new HashSet<>();
    for (Contract contract : set.contracts()) {
      for (var declaration : contract.declarations()) {
        if (declaration instanceof Waives waiver) {
          List<Finding> there =
              findings.stream().filter(finding -> isThere(contract, waiver, finding)).toList();
          List<Finding> matched =
              there.stream()
                  .filter(finding -> mark(finding).equals(waiver.story()))
                  .filter(finding -> namesBoth(waiver, finding))
                  .toList();
          Optional<Finding> objection = objection(set, contract, waiver, there, matched);
          objection.ifPresent(ours::add);
          if (objection.isEmpty()) {
            matched.forEach(finding -> waived.add(new Waived(finding, waiver)));
            gone.addAll(matched);
          }
        }
      }
    }
    List<Finding> left = new ArrayList<>(findings);
    left.removeAll(gone);
    left.addAll(ours);
    return new Applied(left, waived);
  }

  private static boolean isThere(Contract contract, Waives waiver, Finding finding) {
    return finding.rule().equals(waiver.rule())
        && finding.contract().equals(contract.id().text())
        && finding.at().equals(waiver.at());
  }

  /// Whether the waiver names the other contract, too, where the finding is about two; the place
  /// may be the other contract.
  private static boolean namesBoth(Waives waiver, Finding finding) {
    String named = waiver.with().map(ContractId::text).orElse("");
    return finding.other().equals(named)
        || (named.isEmpty() && finding.at().equals(finding.other()));
  }

  private static String mark(Finding finding) {
    return StoryMark.of(finding.evidence()).orElse("");
  }

  /// @param there what was found at its place
  /// @param matched what of it tells the story that it names
  private Optional<Finding> objection(
      ContractSet set,
      Contract contract,
      Waives waiver,
      List<Finding> there,
      List<Finding> matched) {
    Accepted accepted = Accepted.by(waiver);
    // a warning says what somebody has to know, so that anybody may say that they do
    boolean warned =
        !there.isEmpty()
            && there.stream().allMatch(finding -> finding.severity() != Severity.ERROR);
    if (NEVER.contains(accepted.rule()) && !warned) {
      return Optional.of(
          refused(
              contract,
              waiver,
              "nobody can answer for %s".formatted(accepted.rule()),
              "mend what it finds; it cannot be waived."));
    }
    if (there.stream().anyMatch(finding -> finding.evidence() instanceof Evidence.Unresolved)) {
      return Optional.of(
          refused(
              contract,
              waiver,
              "nobody can answer for %s here: it is not known whether it can happen"
                  .formatted(accepted.rule()),
              "rule out what the finding assumes, or make the contract smaller."));
    }
    if (accepted.rule().equals(WRITE_CONFLICT)
        && there.stream().anyMatch(finding -> finding.evidence() instanceof Evidence.Played)
        && movesDeal(set, contract, accepted.at())) {
      return Optional.of(
          refused(
              contract,
              waiver,
              "nobody can answer for two workflows that move one deal against each other",
              "claim one lane for both, or let one admit only contacts outside the other."));
    }
    if (!isSentence(waiver.reason())
        || waiver.decidedBy().isBlank()
        || waiver.compensation().isBlank()) {
      return Optional.of(
          refused(
              contract,
              waiver,
              "the waiver of %s does not say enough".formatted(waiver.rule()),
              "say the reason in a full sentence, who decided, and what makes up for it."));
    }
    if (waiver.until().isAfter(today.plusDays(LONGEST_DAYS))) {
      return Optional.of(
          refused(
              contract,
              waiver,
              "the waiver of %s lasts longer than %d days".formatted(waiver.rule(), LONGEST_DAYS),
              "let it end by %s, and decide again then.".formatted(today.plusDays(LONGEST_DAYS))));
    }
    if (waiver.until().isBefore(today)) {
      return Optional.of(
          stale(
              contract,
              waiver,
              "the waiver of %s ended on %s".formatted(waiver.rule(), waiver.until()),
              "mend what it finds, or decide again with another date."));
    }
    List<Finding> ofOthers =
        there.stream().filter(finding -> mark(finding).equals(waiver.story())).toList();
    if (matched.isEmpty() && !ofOthers.isEmpty()) {
      return Optional.of(
          stale(
              contract,
              waiver,
              waiver
                  .with()
                  .map(other ->
                      "the waiver of %s is about *%s*, and what is found there is not"
                          .formatted(waiver.rule(), other))
                  .orElseGet(() ->
                      "the waiver of %s does not name the other workflow".formatted(waiver.rule())),
              pairs(ofOthers)));
    }
    if (matched.isEmpty() && !there.isEmpty()) {
      return Optional.of(
          stale(
              contract,
              waiver,
              waiver.story().isEmpty()
                  ? "the waiver of %s does not say which story it accepts".formatted(waiver.rule())
                  : "the waiver of %s accepts the story %s, and that is not what happens"
                      .formatted(waiver.rule(), waiver.story()),
              remedy(there)));
    }
    // whether runs are under way on other versions, only a server knows
    if (matched.isEmpty() && !waiver.rule().equals(Draining.RULE)) {
      return Optional.of(
          stale(
              contract,
              waiver,
              "the waiver of %s%s waives nothing"
                  .formatted(
                      waiver.rule(), waiver.at().isEmpty() ? "" : " at *" + waiver.at() + "*"),
              "take it away, or name the place that the finding names."));
    }
    return Optional.empty();
  }

  /// The rule that is not kept to and the place where; what is found of a version that drains names
  /// the rule before its place.
  private record Accepted(String rule, String at) {
    static Accepted by(Waives waiver) {
      int blank = waiver.at().indexOf(' ');
      return !waiver.rule().equals(Draining.RULE)
          ? new Accepted(waiver.rule(), waiver.at())
          : new Accepted(
              blank < 0 ? waiver.at() : waiver.at().substring(0, blank),
              blank < 0 ? "" : waiver.at().substring(blank + 1));
    }
  }

  private static String pairs(List<Finding> there) {
    List<String> others =
        there.stream().map(Finding::other).filter(one -> !one.isEmpty()).distinct().toList();
    return others.isEmpty()
        ? "take .with(...) away: what is found here is about one workflow."
        : "if it is to be accepted, say %s."
            .formatted(
                String.join(" or ", others.stream().map(".with(\"%s\")"::formatted).toList()));
  }

  private static String remedy(List<Finding> there) {
    List<String> marks =
        there.stream().map(Waivers::mark).filter(mark -> !mark.isEmpty()).distinct().toList();
    return marks.isEmpty()
        ? "take .story(...) away: what is found here tells none."
        : "read the story again; if it is to be accepted, say %s."
            .formatted(
                String.join(" or ", marks.stream().map(".story(\"%s\")"::formatted).toList()));
  }

  /// Whether it is about a stage: at a step that moves a deal, at each of its turns in a repeat; at
  /// an exit that leaves one somewhere; at a stage itself; or at an automation that moves deals.
  private static boolean movesDeal(ContractSet set, Contract contract, String at) {
    boolean byStep =
        StepTree.steps(contract)
            .filter(step -> step instanceof Step.Act(_, Action.MoveTo _, _, _, _))
            .map(step -> step.name().text())
            .anyMatch(
                name -> at.equals(name) || at.startsWith(name + "#") || at.startsWith(name + "~"));
    boolean byExit =
        contract.allExits().stream()
            .filter(exit -> exit.leaves().stream().anyMatch(Leaves.AtStage.class::isInstance))
            .anyMatch(exit -> exit.name().text().equals(at));
    boolean byStage =
        set.operation().pipelines().stream()
            .anyMatch(pipeline -> Attributes.ofStage(pipeline.name()).equals(at));
    boolean byAutomation =
        set.operation().automations().stream()
            .filter(one -> one.mayWrite().stream().anyMatch(Leaves.AtStage.class::isInstance))
            .anyMatch(one -> one.name().text().equals(at));
    return byStep || byExit || byStage || byAutomation;
  }

  private static boolean isSentence(String reason) {
    return reason.strip().split("\\s+", -1).length >= 3;
  }

  private static Finding refused(Contract contract, Waives waiver, String message, String help) {
    return finding(REFUSED, contract, waiver, message, help);
  }

  private static Finding stale(Contract contract, Waives waiver, String message, String help) {
    return finding(STALE, contract, waiver, message, help);
  }

  private static Finding finding(
      String rule, Contract contract, Waives waiver, String message, String help) {
    return new Finding(
        rule, Severity.ERROR, contract.id().text(), waiver.at(), waiver.position(), message, help);
  }

  /// The findings that stay, with those about waivers, and those that are waived.
  record Applied(List<Finding> findings, List<Waived> waived) {}
}
