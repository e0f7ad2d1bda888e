package dev.interlock.verifier;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.routedHere;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.setField;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.finding;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.model.EventPattern.HandAct.MOVED_STAGE;
import static dev.interlock.contract.shop.Trade.BOOKED;
import static dev.interlock.contract.shop.Trade.ENGAGED;
import static dev.interlock.contract.shop.Trade.SALES;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.inside;
import static dev.interlock.contract.shop.Trade.laned;
import static dev.interlock.contract.shop.Trade.named;
import static dev.interlock.contract.shop.Trade.other;
import static dev.interlock.contract.shop.Trade.reachable;
import static dev.interlock.contract.shop.Trade.say;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.takenOut;
import static dev.interlock.contract.shop.Trade.triggered;
import static dev.interlock.contract.shop.Trade.unheeding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.dsl.Drafting.NeedsEntryFilter;
import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.finding.StoryMark;
import dev.interlock.verifier.prove.Proofs;
import dev.interlock.verifier.prove.diagram.Budget;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Sets that are sound by themselves, beside versions that runs are still under way on.
final class DrainingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Verifier VERIFIER =
      Verifier.on(TODAY).proving(Budget.usual(), Proofs.inMemory(10_000));

  private static Report beside(ContractSet next, ContractSet live, Contract... draining) {
    return VERIFIER.verify(
        next,
        new Beside(
            Optional.of(live),
            List.of(draining).stream().map(one -> new Beside.Version(one, 37)).toList(),
            // what changed was said before
            next.contracts().stream()
                .map(contract -> ContentHash.of(contract).hex())
                .collect(Collectors.toSet())));
  }

  private static List<Finding> found(ContractSet next, ContractSet live, Contract... draining) {
    return beside(next, live, draining).findings();
  }

  private static NeedsEntryFilter onTheForm(String id) {
    return named(id).startsWhen(formSubmitted("Call me"), milestone("They want a call"));
  }

  private static NeedsEntryFilter onADate(String id) {
    return named(id).startsWhen(booked(), milestone("They have a date"));
  }

  /// Puts `waiting` on, and goes by it a day later.
  private static Contract goingByTheMark() {
    return inside(triggered("nurture"))
        .path(
            addTag("waiting").why("The desk looks for it"),
            waitFor("a-day", days(1)).why("They may answer"),
            branch("still-waiting")
                .when(contact().hasTag("waiting"))
                .because("Nobody called yet")
                .then(note("Waits").named("waits").why("The desk calls"))
                .otherwise(note("Waits no more").named("waits-no-more").why("The desk knows"))
                .why("Somebody may have seen to it"),
            exit("done"))
        .exits(done().leaves(noTag("waiting")), takenOut("waiting"))
        .build();
  }

  private static Contract withoutTheMark() {
    return inside(triggered("nurture"))
        .path(note("A call").why("The desk reads it"), exit("done"))
        .exits(done())
        .build();
  }

  private static Contract takingTheMarkAway() {
    return inside(onTheForm("tidy"))
        .path(removeTag("waiting").why("Nobody goes by it any more"), exit("done"))
        .exits(done())
        .build();
  }

  @Test
  void aVersionThatDrainsIsLedAstrayByWhatArrives() {
    Contract old = goingByTheMark();
    ContractSet next = set(withoutTheMark(), takingTheMarkAway());
    assertThat(VERIFIER.verify(next).findings()).isEmpty();

    List<Finding> findings = found(next, set(old), old);

    assertThat(findings).extracting(Finding::rule).containsOnly("E-VERSION-DRAIN");
    Finding first = findings.getFirst();
    String version = ContentHash.of(old).shortForm();
    assertThat(first.contract()).isEqualTo("nurture");
    assertThat(first.at()).startsWith("E-WRITE-CONFLICT");
    assertThat(first.message())
        .startsWith("37 runs are still under way on version " + version)
        .contains("does not go with what is new")
        .endsWith("(E-WRITE-CONFLICT)");
    assertThat(first.help())
        .contains("interlock versions", "withdraw them", "interlock order migrate");
    assertThat(String.join("\n", ((Evidence.Played) first.evidence()).story()))
        .contains("nurture (version " + version + ")", "The new version goes live", "tidy");
  }

  @Test
  void itIsFoundAgainWithWhatWasProvedBefore() {
    Contract old = goingByTheMark();
    ContractSet next = set(withoutTheMark(), takingTheMarkAway());

    assertThat(found(next, set(old), old)).isEqualTo(found(next, set(old), old));
  }

  @Test
  void whatWasThereWithoutTheVersionIsNotFoundAgain() {
    Contract old = goingByTheMark();
    Contract tidy = takingTheMarkAway();

    // both were live together, which is no news
    assertThat(found(set(withoutTheMark(), tidy), set(old, tidy), old)).isEmpty();
  }

  @Test
  void oneLaneKeepsAVersionThatDrainsApartFromWhatArrives() {
    Contract old =
        laned(triggered("nurture").admitsEveryone("The desk wants to know"))
            .reentry(never())
            .path(
                addTag("waiting").why("The desk looks for it"),
                waitFor("a-day", days(1)).why("They may answer"),
                exit("done"))
            .exits(done().leaves(noTag("waiting")), takenOut("waiting"))
            .build();
    Contract tidy =
        laned(onTheForm("tidy").admitsEveryone("The desk wants to know"))
            .reentry(never())
            .path(removeTag("waiting").why("Nobody waits"), exit("done"))
            .exits(done())
            .build();

    assertThat(found(set(withoutTheMark(), tidy), set(old), old)).isEmpty();
  }

  @Test
  void twoVersionsThatWriteAgainstEachOtherNeverMeetWhereARunIsAboutTheContact() {
    assertThat(found(set(mood("Sad")), set(mood("Happy")), mood("Happy"))).isEmpty();
  }

  private static Contract mood(String mood) {
    return triggered("nurture")
        .admitsEveryone("The desk wants to know")
        .outsideLanes("Only the desk sees it")
        .reentry(afterExit())
        .path(
            setField("Mood", mood).named("mood").why("The desk goes by it"),
            waitFor("a-day", days(1)).why("They may answer"),
            exit("done"))
        .exits(done())
        .build();
  }

  @Test
  void twoVersionsMeetWhereThereIsARunForEachAppointment() {
    Contract old = moodOfADate("Happy");

    assertThat(found(set(moodOfADate("Sad")), set(old), old))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo("E-VERSION-DRAIN"))
        .anySatisfy(finding -> assertThat(finding.at()).startsWith("E-WRITE-CONFLICT"));
  }

  @Test
  void twoVersionsThatWriteTheSameMayMeet() {
    Contract old = moodOfADate("Happy");
    Contract next = explained(moodOfADate("Happy"));

    assertThat(found(set(next), set(old), old)).isEmpty();
  }

  private static Contract moodOfADate(String mood) {
    return onADate("visit")
        .admitsEveryone("The desk wants to know")
        .outsideLanes("Only the desk sees it")
        .reentry(never())
        .keyedBy(RunKey.APPOINTMENT)
        .path(
            setField("Mood", mood).named("mood").why("The desk goes by it"),
            waitFor("a-day", days(1)).why("They may come"),
            exit("done"))
        .exits(done())
        .build();
  }

  private static Contract explained(Contract contract) {
    return new Contract(
        contract.id(),
        contract.title(),
        contract.owner(),
        contract.purpose() + " Nobody at all.",
        contract.trigger(),
        contract.admits(),
        contract.lane(),
        contract.reentry(),
        contract.key(),
        contract.handlers(),
        contract.declarations(),
        contract.path(),
        contract.exits(),
        contract.position());
  }

  @Test
  void aVersionMaySayWhatTheNextOneSaysToWhoComesAgain() {
    Contract old = talking("nurture");

    assertThat(found(set(explained(old)), set(old), old)).isEmpty();
  }

  private static Contract talking(String id) {
    return unheeding(talk(id)).path(say("hello"), exit("done")).exits(done()).build();
  }

  private static NeedsPath talk(String id) {
    return laned(reachable(triggered(id))).reentry(afterExit());
  }

  @Test
  void aVersionThatNothingLeadsIntoAnyMoreNeedsNoTrigger() {
    Contract care =
        inside(named("care").startsWhen(routedHere(), milestone("We are done")))
            .path(note("Care").why("The desk reads it"), exit("done"))
            .exits(done())
            .build();
    Contract routing =
        inside(triggered("nurture"))
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(done().routesTo("care").orElse("Desk phones"))
            .build();

    assertThat(found(set(withoutTheMark()), set(routing, care), care)).isEmpty();
  }

  @Test
  void aRouteIntoWhatArrivesIsOpenOnceItHasArrived() {
    Contract care = care("Care");
    Contract routing =
        inside(triggered("nurture"))
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(done().routesTo("care"))
            .build();

    assertThat(found(set(routing, care("More care")), set(routing, care), care)).isEmpty();
    assertThat(found(set(explained(routing), care("More care")), set(routing, care), routing, care))
        .isEmpty();
  }

  private static Contract care(String words) {
    return named("care")
        .startsWhen(routedHere(), milestone("We are done"))
        .admitsEveryone("The desk wants to know")
        .outsideLanes("Only the desk sees it")
        .reentry(afterExit())
        .path(note(words).named("care").why("The desk reads it"), exit("done"))
        .exits(done())
        .build();
  }

  @Test
  void whatANewVersionWritesIsWrittenWhenNoRunOfTheOldOneIsUnderWay() {
    Contract old = movingOn(ENGAGED);

    assertThat(found(set(movingOn(BOOKED)), set(old), old))
        .extracting(Finding::rule)
        .containsOnly("E-LANE-INCOMPLETE");
  }

  private static Contract movingOn(StageName to) {
    return triggered("nurture")
        .admits(require(stage(SALES).isBefore(ENGAGED), "new ones"))
        .outsideLanes("Only the desk sees it")
        .reentry(afterExit())
        .throughout(whenever(foreignHand(MOVED_STAGE)).thenExit("other"))
        .path(
            waitFor("a-day", days(1)).why("They may call again"),
            moveTo(SALES, to).named("move-on").why("We talk"),
            exit("done"))
        .exits(done(), other())
        .build();
  }

  @Test
  void aVersionWhoseNamesAreGoneIsTold() {
    Contract old = goingByTheMark();
    ContractSet next =
        set(
            dev.interlock.contract.dsl.Operations.business("Garden Trade")
                .optionField("Ending", "Done", "Gone", "Won", "Other")
                .team("Desk", "Ana Ruiz"),
            withoutTheMark());

    assertThat(found(next, set(old), old))
        .extracting(Finding::at)
        .contains("E-NAME-UNBOUND tag-waiting");
  }

  @Test
  void somebodyMayAnswerForIt() {
    Contract old = goingByTheMark();
    ContractSet live = set(old);
    List<Finding> findings = found(set(withoutTheMark(), takingTheMarkAway()), live, old);

    Report report = beside(set(answering(findings), takingTheMarkAway()), live, old);

    assertThat(report.findings()).isEmpty();
    assertThat(report.waived()).hasSameSizeAs(findings);
  }

  @Test
  void whoeverAnswersForItMayGoOnDoingSoOnceTheRunsAreOver() {
    Contract old = goingByTheMark();
    List<Finding> findings = found(set(withoutTheMark(), takingTheMarkAway()), set(old), old);

    assertThat(VERIFIER.verify(set(answering(findings), takingTheMarkAway())).findings()).isEmpty();
  }

  @Test
  void nobodyAnswersForWhatIsNeverWaived() {
    assertThat(
            VERIFIER
                .verify(
                    set(
                        inside(triggered("nurture"))
                            .waives(
                                finding("E-VERSION-DRAIN")
                                    .at("E-NO-EXIT still-waiting")
                                    .because("The desk calls all who wait until then.")
                                    .decidedBy("Ana Ruiz")
                                    .compensatedBy("The desk has a list of them.")
                                    .until(TODAY.plusDays(30)))
                            .path(note("A call").why("The desk reads it"), exit("done"))
                            .exits(done())
                            .build()))
                .findings())
        .extracting(Finding::rule)
        .containsExactly("E-WAIVER-REFUSED");
  }

  private static Contract answering(List<Finding> findings) {
    NeedsPath head = inside(triggered("nurture"));
    for (Finding finding : findings) {
      var named = finding("E-VERSION-DRAIN").at(finding.at());
      named = finding.other().isEmpty() ? named : named.with(finding.other());
      head =
          head.waives(
              StoryMark.of(finding.evidence())
                  .map(named::story)
                  .orElse(named)
                  .because("The desk calls all who wait until then.")
                  .decidedBy("Ana Ruiz")
                  .compensatedBy("The desk has a list of them.")
                  .until(TODAY.plusDays(30)));
    }
    return head.path(note("A call").why("The desk reads it"), exit("done")).exits(done()).build();
  }
}
