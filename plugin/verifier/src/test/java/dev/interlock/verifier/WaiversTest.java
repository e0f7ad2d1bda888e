package dev.interlock.verifier;

import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Workflows.finding;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.dsl.Waiving;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.shop.Shop;
import dev.interlock.contract.text.ContractText;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Script;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.Severity;
import dev.interlock.verifier.finding.StoryMark;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WaiversTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String REASON = "The note explains itself to everybody here.";

  private static ContractSet waiving(
      String rule, String at, String reason, String compensation, LocalDate until) {
    return set(
        begun("a")
            .waives(
                finding(rule)
                    .at(at)
                    .because(reason)
                    .decidedBy("Ana Ruiz")
                    .compensatedBy(compensation)
                    .until(until))
            .path(note("They called").named("jot"), exit("done"))
            .exits(done())
            .build());
  }

  private static Report verified(ContractSet set) {
    return Verifier.on(TODAY).verify(set);
  }

  @Test
  void aWaiverTakesItsFindingOutOfTheWay() {
    Report report =
        verified(waiving("E-DOC-MISSING", "jot", REASON, "The desk knows.", TODAY.plusDays(30)));
    assertThat(report.isSound()).isTrue();
    assertThat(report.findings()).isEmpty();
    assertThat(report.waived())
        .extracting(waived -> waived.finding().rule() + " " + waived.waiver().decidedBy())
        .containsExactly("E-DOC-MISSING Ana Ruiz");
  }

  @Test
  void aWaiverHoldsOnItsLastDay() {
    assertThat(verified(waiving("E-DOC-MISSING", "jot", REASON, "The desk knows.", TODAY)).waived())
        .hasSize(1);
  }

  @Test
  void anExpiredWaiverWaivesNoLonger() {
    Report report =
        verified(waiving("E-DOC-MISSING", "jot", REASON, "The desk knows.", TODAY.minusDays(1)));
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("E-DOC-MISSING", "E-WAIVER-STALE");
  }

  @Test
  void aWaiverOfAnotherStepWaivesNothing() {
    Report report =
        verified(waiving("E-DOC-MISSING", "jolt", REASON, "The desk knows.", TODAY.plusDays(30)));
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("E-DOC-MISSING", "E-WAIVER-STALE");
  }

  @Test
  void someRulesAreNotWaived() {
    refuses("E-NO-EXIT");
  }

  @Test
  void whatKeepsEverythingFromBeingExploredIsNotWaived() {
    refuses("E-ARM-GAP");
    refuses("E-OPTION-UNKNOWN");
  }

  private static void refuses(String rule) {
    Report report = verified(waiving(rule, "jot", REASON, "The desk knows.", TODAY.plusDays(30)));
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("E-DOC-MISSING", "E-WAIVER-REFUSED");
  }

  @Test
  void aWaiverLastsHalfAYearAtMost() {
    Report report =
        verified(waiving("E-DOC-MISSING", "jot", REASON, "The desk knows.", TODAY.plusDays(181)));
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("E-DOC-MISSING", "E-WAIVER-REFUSED");
  }

  @Test
  void aWaiverSaysWhyInASentenceAndWhatMakesUpForIt() {
    assertThat(verified(waiving("E-DOC-MISSING", "jot", "ok", "None.", TODAY)).findings())
        .extracting(Finding::rule)
        .contains("E-WAIVER-REFUSED");
    assertThat(verified(waiving("E-DOC-MISSING", "jot", REASON, " ", TODAY)).findings())
        .extracting(Finding::rule)
        .contains("E-WAIVER-REFUSED");
  }

  @Test
  void whatIsUnresolvedIsNotWaived() {
    ContractSet set =
        waiving("E-CONTACT-CONTESTED", "jot", REASON, "The desk knows.", TODAY.plusDays(30));
    Finding finding = found("E-CONTACT-CONTESTED", new Evidence.Unresolved(List.of(), "nobody"));

    assertThat(new Waivers(TODAY).apply(set, List.of(finding)).findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("E-CONTACT-CONTESTED", "E-WAIVER-REFUSED");
  }

  @Test
  void aPlayedConflictOnAStageIsNotWaivedAndOneOnANoteIs() {
    Evidence played = new Evidence.Played(List.of(), new Script(Opening.of("Ana"), List.of()));

    assertThat(left(moveTo(Shop.ORDERS, Shop.CLOSED).named("jot"), played))
        .containsExactlyInAnyOrder("E-WRITE-CONFLICT", "E-WAIVER-REFUSED");
    assertThat(left(note("They called").named("jot"), played)).isEmpty();
  }

  @Test
  void aWaiverAcceptsTheStoryThatItNamesAndNoOther() {
    Evidence calls = played(new Act.CallsAndIsMissed(false), timerOf("a"));
    Evidence writes = played(new Act.Writes(Channel.SMS, "Hi"), timerOf("a"));
    String mark = StoryMark.of(calls).orElseThrow();
    Step step = note("They called").named("jot");

    assertThat(left(step, calls, mark)).isEmpty();
    assertThat(left(step, writes, mark))
        .containsExactlyInAnyOrder("E-WRITE-CONFLICT", "E-WAIVER-STALE");
    assertThat(left(step, calls, ""))
        .containsExactlyInAnyOrder("E-WRITE-CONFLICT", "E-WAIVER-STALE");
    assertThat(left(step, new Evidence.Shape(), mark))
        .containsExactlyInAnyOrder("E-WRITE-CONFLICT", "E-WAIVER-STALE");
  }

  @Test
  void otherMomentsAndWordsMakeNoOtherStoryAndAnotherContractDoes() {
    Optional<String> mark = StoryMark.of(played(new Act.Writes(Channel.SMS, "Hi"), timerOf("a")));

    assertThat(StoryMark.of(played(timerOf("a"), new Act.Writes(Channel.EMAIL, "Hello"))))
        .isEqualTo(mark);
    assertThat(StoryMark.of(played(new Act.Writes(Channel.SMS, "Hi"), timerOf("b"))))
        .isNotEqualTo(mark);
  }

  private static Act timerOf(String contract) {
    return new Act.TimerFires(new ContractId(contract), 1);
  }

  private static Evidence played(Act... acts) {
    return new Evidence.Played(
        List.of(), new Script(Opening.of("Ana"), Stream.of(acts).map(Beat::now).toList()));
  }

  private static List<String> left(Step step, Evidence evidence) {
    return left(step, evidence, StoryMark.of(evidence).orElse(""));
  }

  private static List<String> left(Step step, Evidence evidence, String story) {
    ContractSet set =
        set(
            begun("a")
                .waives(
                    finding("E-WRITE-CONFLICT")
                        .at("jot")
                        .story(story)
                        .because(REASON)
                        .decidedBy("Ana Ruiz")
                        .compensatedBy("The desk knows.")
                        .until(TODAY))
                .path(step, exit("done"))
                .exits(done())
                .build());
    return new Waivers(TODAY)
        .apply(set, List.of(found("E-WRITE-CONFLICT", evidence))).findings().stream()
            .map(Finding::rule)
            .toList();
  }

  @Test
  void aWaiverOfAPairNamesBoth() {
    assertThat(leftOfPair(waived("jot").with("b"), found("E-WRITE-CONFLICT"), "b")).isEmpty();
    assertThat(leftOfPair(waived("jot"), found("E-WRITE-CONFLICT"), "b"))
        .containsExactlyInAnyOrder("E-WRITE-CONFLICT", "E-WAIVER-STALE");
    assertThat(leftOfPair(waived("jot").with("c"), found("E-WRITE-CONFLICT"), "b"))
        .containsExactlyInAnyOrder("E-WRITE-CONFLICT", "E-WAIVER-STALE");
    assertThat(leftOfPair(waived("jot").with("b"), found("E-WRITE-CONFLICT"), ""))
        .containsExactlyInAnyOrder("E-WRITE-CONFLICT", "E-WAIVER-STALE");
    // the place is the other one, so that it is named
    assertThat(leftOfPair(waived("jot"), found("E-WRITE-CONFLICT"), "jot")).isEmpty();
  }

  @Test
  void theOtherContractIsStoredWithTheWaiver() {
    var contract = pair(waived("jot").with("b")).contracts().getFirst();
    var text = ContractText.writeWithPositions(contract);

    assertThat(ContractText.read(text)).isEqualTo(contract);
    assertThat(ContractText.read(text.replace("\"b\"", "\"c\""))).isNotEqualTo(contract);
  }

  @Test
  void whoeverDoesNotNameTheOtherIsToldWhichItIs() {
    assertThat(
            new Waivers(TODAY)
                .apply(pair(waived("jot")), List.of(found("E-WRITE-CONFLICT").about("b")))
                .findings())
        .extracting(Finding::help)
        .contains("if it is to be accepted, say .with(\"b\").");
  }

  @Test
  void aWarningOfWhatIsNeverWaivedCanBeAcknowledged() {
    Finding circle = found("E-CAUSE-LOOP").weighing(Severity.WARNING);
    ContractSet set = waiving("E-CAUSE-LOOP", "jot", REASON, "The desk knows.", TODAY.plusDays(30));

    assertThat(new Waivers(TODAY).apply(set, List.of(circle)).findings()).isEmpty();
    assertThat(new Waivers(TODAY).apply(set, List.of(circle.weighing(Severity.ERROR))).findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("E-CAUSE-LOOP", "E-WAIVER-REFUSED");
  }

  @Test
  void aWarningThatNobodyAcknowledgesKeepsASetFromBeingSound() {
    Report report = Verifier.on(TODAY).and(new Warning()).verify(warned());

    assertThat(report.isSound()).isFalse();
    assertThat(report.count(Severity.ERROR)).isZero();
    assertThat(report.count(Severity.WARNING)).isOne();
  }

  @Test
  void aWarningCanBeMadeAnErrorAndNoErrorAWarning() {
    Report report =
        Verifier.on(TODAY)
            .and(new Warning())
            .raising(Set.of("W-TEST", "E-DOC-MISSING"))
            .verify(warned());

    assertThat(report.count(Severity.WARNING)).isZero();
    assertThat(report.count(Severity.ERROR)).isOne();
  }

  private static ContractSet warned() {
    return set(
        begun("a")
            .path(note("They called").named("jot").why("The desk reads it"), exit("done"))
            .exits(done())
            .build());
  }

  /// Warns of every contract.
  private static final class Warning implements Rule {
    @Override
    public String id() {
      return "W-TEST";
    }

    @Override
    public String reason() {
      return "There is always something.";
    }

    @Override
    public Checked check(ContractSet set) {
      return new Checked(
          1,
          set.contracts().stream()
              .map(contract -> found(contract, "", contract.position(), "It is odd", "look."))
              .toList());
    }
  }

  private static Waiving.NeedsReason waived(String at) {
    return finding("E-WRITE-CONFLICT").at(at);
  }

  private static ContractSet pair(Waiving.NeedsReason waiver) {
    return set(
        begun("a")
            .waives(
                waiver
                    .because(REASON)
                    .decidedBy("Ana Ruiz")
                    .compensatedBy("The desk knows.")
                    .until(TODAY))
            .path(note("They called").named("jot"), exit("done"))
            .exits(done())
            .build());
  }

  private static List<String> leftOfPair(
      Waiving.NeedsReason waiver, Finding finding, String other) {
    return new Waivers(TODAY)
        .apply(pair(waiver), List.of(finding.about(other))).findings().stream()
            .map(Finding::rule)
            .toList();
  }

  private static Finding found(String rule) {
    return found(rule, new Evidence.Shape());
  }

  private static Finding found(String rule, Evidence evidence) {
    return new Finding(
            rule, Severity.ERROR, "a", "jot", Position.unknown(), "It happens.", "Mend it.")
        .with(evidence);
  }
}
