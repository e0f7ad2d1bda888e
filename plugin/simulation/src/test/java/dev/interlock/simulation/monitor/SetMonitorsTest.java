package dev.interlock.simulation.monitor;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.setField;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.simulation.Clinic.BOOKED;
import static dev.interlock.simulation.Clinic.NEW;
import static dev.interlock.simulation.Clinic.SALES;
import static dev.interlock.simulation.Clinic.TALKING;
import static dev.interlock.simulation.Clinic.TALKS;
import static dev.interlock.simulation.Clinic.WON;
import static dev.interlock.simulation.Clinic.at;
import static dev.interlock.simulation.Clinic.begins;
import static dev.interlock.simulation.Clinic.clinic;
import static dev.interlock.simulation.Clinic.done;
import static dev.interlock.simulation.Clinic.free;
import static dev.interlock.simulation.Clinic.freeOnOurs;
import static dev.interlock.simulation.Clinic.named;
import static dev.interlock.simulation.Clinic.say;
import static dev.interlock.simulation.Clinic.set;
import static dev.interlock.simulation.Clinic.triggered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.TagName;
import dev.interlock.simulation.Played;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.Story;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.By;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is watched of contracts beside one another: each rule once broken, and once nearly.
class SetMonitorsTest {
  private static final By ROBOT = new By.Automation(new AutomationName("Robot"));

  private static Act tagged(String tag, TagChange change, By by) {
    return new Act.TagChanged(new TagName(tag), change, by);
  }

  // E-CONTACT-CONTESTED

  private static Contract writing(String id) {
    return free(id)
        .path(waitFor(id + "-pause", days(1)).why("Test"), say(id), exit("done"))
        .exits(done())
        .build();
  }

  @Test
  void twoThatWriteInsideOneContactWithoutACommonLaneAreContested() {
    Story story = Story.of(set(writing("one"), writing("two"))).then(begins("one"));

    assertThat(story.then(begins("two")).breaches("E-CONTACT-CONTESTED"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.parties()).containsExactly("one", "two"));
    assertThat(story.after(Duration.ofDays(2), begins("two")).breaches("E-CONTACT-CONTESTED"))
        .as("one after the other")
        .isEmpty();
  }

  @Test
  void oneThatNeverWritesOrIsDeclaredBesideTheOtherContestsNothing() {
    Contract silent =
        free("silent")
            .path(waitFor("rest", days(1)).why("Test"), addTag("x").why("Test"), exit("done"))
            .exits(done())
            .build();
    Contract beside =
        free("beside")
            .besides("one", "A greeting disturbs nobody.")
            .path(say("greeting"), waitFor("rest", days(1)).why("Test"), exit("done"))
            .exits(done())
            .build();

    assertThat(
            Story.of(set(writing("one"), silent, beside))
                .then(begins("one"), begins("silent"), begins("beside"))
                .breaches("E-CONTACT-CONTESTED"))
        .isEmpty();
  }

  @Test
  void whoWaitsInTurnForTheSameLaneIsNotInside() {
    Contract first = inLane("first", inTurn(days(3)));
    Contract second = inLane("second", inTurn(days(3)));

    assertThat(
            Story.of(set(first, second))
                .then(begins("first"), begins("second"))
                .after(Duration.ofDays(3), new Act.Passes())
                .breaches("E-CONTACT-CONTESTED"))
        .isEmpty();
  }

  private static Contract inLane(String id, WhenOccupied what) {
    return named(id)
        .lane(TALKS, whenOccupied(what).orElse("Desk phones"))
        .reentry(afterExit())
        .path(say(id), waitFor(id + "-rest", days(1)).why("Test"), exit("done"))
        .exits(done())
        .build();
  }

  // E-WRITE-CONFLICT

  private static Contract adds(String id, String tag) {
    return free(id)
        .path(addTag(tag).why("Test"), waitFor(id + "-pause", days(1)).why("Test"), exit("done"))
        .exits(done())
        .build();
  }

  private static Contract removes(String id, String tag) {
    return free(id).path(removeTag(tag).why("Test"), exit("done")).exits(done()).build();
  }

  @Test
  void whatARunWroteIsChangedByAnotherWhileItStands() {
    Story story =
        Story.of(set(adds("quote", "quoted"), removes("clean", "quoted"))).then(begins("quote"));

    assertThat(story.then(begins("clean")).breaches("E-WRITE-CONFLICT"))
        .singleElement()
        .satisfies(breach -> {
          assertThat(breach.parties()).containsExactly("quote", "clean");
          assertThat(breach.at()).isEqualTo("tag quoted");
        });
    assertThat(story.after(Duration.ofDays(2), begins("clean")).breaches("E-WRITE-CONFLICT"))
        .as("after it is over")
        .isEmpty();
  }

  @Test
  void anAutomationThatChangesItCountsAndAColleagueDoesNot() {
    Story story = Story.of(set(adds("quote", "quoted"))).then(begins("quote"));

    assertThat(story.then(tagged("quoted", TagChange.REMOVED, ROBOT)).breaches("E-WRITE-CONFLICT"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.parties()).containsExactly("quote", "Robot"));
    assertThat(
            story.then(tagged("quoted", TagChange.REMOVED, By.STAFF)).breaches("E-WRITE-CONFLICT"))
        .isEmpty();
    assertThat(
            story
                .then(
                    tagged("quoted", TagChange.REMOVED, By.STAFF),
                    tagged("quoted", TagChange.ADDED, ROBOT))
                .breaches("E-WRITE-CONFLICT"))
        .as("it was no longer the run's")
        .isEmpty();
  }

  @Test
  void twoRunsThatStandBeforeWritesOfDifferentValuesConflict() {
    Contract here =
        free("here")
            .path(setField("Mood", "Happy").why("Test"), exit("done"))
            .exits(done())
            .build();
    Contract there =
        free("there").path(setField("Mood", "Sad").why("Test"), exit("done")).exits(done()).build();
    Contract same =
        free("same")
            .path(setField("Mood", "Happy").why("Test"), exit("done"))
            .exits(done())
            .build();
    Story story = Story.of(set(here, there, same)).stepwise().then(begins("here"));

    assertThat(story.then(begins("there")).breaches("E-WRITE-CONFLICT"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.at()).isEqualTo("field Mood"));
    assertThat(story.then(begins("same")).breaches("E-WRITE-CONFLICT")).isEmpty();
    assertThat(story.done("here").then(begins("there")).breaches("E-WRITE-CONFLICT"))
        .as("the one has written and is over before the other stands there")
        .isEmpty();
  }

  @Test
  void twoMembersOfAnExclusiveGroupConflictToo() {
    ContractSet set =
        new ContractSet(
            clinic().exclusive("heat", "hot", "cold").build(),
            List.of(adds("hot", "hot"), adds("cold", "cold")));

    assertThat(
            Story.of(set)
                .stepwise()
                .then(begins("hot"), begins("cold"))
                .breaches("E-WRITE-CONFLICT"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.at()).isEqualTo("group heat"));
  }

  @Test
  void whatAnExitLeftIsFalsifiedBeforeTheNextRunHasBegun() {
    Contract first =
        free("first")
            .path(exit("done"))
            .exits(done().leaves(tag("ready")).routesTo("second").orElse("Desk phones"))
            .build();
    Contract second = inLane("second", inTurn(days(3)));
    Contract holder = inLane("holder", REFUSE);
    Story story =
        Story.of(set(first, second, holder, removes("clean", "ready")))
            .then(begins("holder"), begins("first"));

    assertThat(story.then(begins("clean")).breaches("E-WRITE-CONFLICT"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.words()).contains("before the next run has begun"));
    assertThat(story.after(Duration.ofHours(25), begins("clean")).breaches("E-WRITE-CONFLICT"))
        .as("the next run has begun")
        .isEmpty();
  }

  @Test
  void whatTheOneBeforeItInTheLaneWritesIsWhatTheNextRunWaitedFor() {
    Contract first =
        free("first")
            .path(exit("done"))
            .exits(done().leaves(tag("ready")).routesTo("second").orElse("Desk phones"))
            .build();
    Contract holder =
        named("holder")
            .lane(TALKS, whenOccupied(REFUSE).orElse("Desk phones"))
            .reentry(afterExit())
            .path(waitFor("rest", days(1)).why("Test"), exit("done"))
            .exits(done().leaves(noTag("ready")))
            .build();

    assertThat(
            Story.of(set(first, inLane("second", inTurn(days(3))), holder))
                .then(begins("holder"), begins("first"))
                .after(Duration.ofHours(25), new Act.Passes())
                .breaches("E-WRITE-CONFLICT"))
        .isEmpty();
  }

  // E-CAUSE-LOOP

  @Test
  void runsThatBeginOneAnotherForEverAreALoop() {
    Contract warm =
        freeOnOurs("warm", tagAdded("recheck"))
            .path(
                removeTag("recheck").why("Test"),
                waitFor("pause", days(1)).why("Test"),
                addTag("warm").why("Test"),
                exit("done"))
            .exits(done())
            .build();
    Contract recheck =
        freeOnOurs("recheck", tagAdded("warm"))
            .path(removeTag("warm").why("Test"), addTag("recheck").why("Test"), exit("done"))
            .exits(done())
            .build();
    Story begun = Story.of(set(warm, recheck)).then(tagged("recheck", TagChange.ADDED, By.STAFF));

    assertThat(begun.after(Duration.ofDays(9), new Act.Passes()).breaches("E-CAUSE-LOOP"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.parties()).containsExactly("recheck", "warm"));
    assertThat(begun.after(Duration.ofDays(2), new Act.Passes()).breaches("E-CAUSE-LOOP"))
        .as("a few turns are no circle yet")
        .isEmpty();
  }

  @Test
  void aCircleThatNeedsTheContactIsNone() {
    Contract asks =
        freeOnOurs("asks", tagAdded("again"))
            .path(
                removeTag("again").why("Test"),
                await("answer")
                    .when(replied())
                    .then(addTag("again").why("Test"), exit("done"))
                    .silentFor(days(9))
                    .thenExit("done")
                    .why("Test"))
            .exits(done())
            .build();
    Story story = Story.of(set(asks)).then(tagged("again", TagChange.ADDED, By.STAFF));
    for (int i = 0; i < 12; i++) {
      story = story.then(new Act.Writes(Channel.SMS, "Yes"));
    }

    assertThat(story.begun()).hasSizeGreaterThan(10);
    assertThat(story.breaches("E-CAUSE-LOOP")).isEmpty();
  }

  @Test
  void aLoopAtOneMomentIsSeenThoughTheStoryCannotBePlayedToItsEnd() {
    Contract there = free("there").path(exit("done")).exits(done().routesTo("back")).build();
    Contract back = free("back").path(exit("done")).exits(done().routesTo("there")).build();
    Repertoire repertoire = Repertoire.of(set(there, back));
    Played played =
        Simulation.play(
            repertoire, new Script(Opening.of("Ana"), List.of(Beat.now(begins("there")))));

    assertThat(played).isInstanceOf(Played.Derailed.class);
    assertThat(Monitors.of(repertoire).watch(played.chronicle()))
        .extracting(Breach::rule)
        .contains("E-CAUSE-LOOP");
  }

  // E-ROUTE-REFUSED

  private static Contract routing(boolean saysElse) {
    var exit = done().routesTo("vip");
    return free("first")
        .path(exit("done"))
        .exits(saysElse ? exit.orElse("Desk phones") : exit)
        .build();
  }

  private static Contract vip() {
    return triggered("vip", formSubmitted("vip"))
        .admits(require(contact().hasTag("vip"), "only good customers"))
        .outsideLanes("Test")
        .reentry(afterExit())
        .path(say("hello"), waitFor("rest", days(1)).why("Test"), exit("done"))
        .exits(done())
        .build();
  }

  @Test
  void aRouteThatIsRefusedWithoutAWordOnWhatThenIsABreach() {
    assertThat(
            Story.of(set(routing(false), vip())).then(begins("first")).breaches("E-ROUTE-REFUSED"))
        .singleElement()
        .satisfies(breach -> {
          assertThat(breach.parties()).containsExactly("first", "vip");
          assertThat(breach.at()).isEqualTo("done");
          assertThat(breach.words()).contains("only good customers");
        });
    assertThat(
            Story.of(set(routing(true), vip())).then(begins("first")).breaches("E-ROUTE-REFUSED"))
        .isEmpty();
  }

  @Test
  void whoIsInTheNextContractAlreadyIsWhereTheExitWantedThem() {
    assertThat(
            Story.of(set(routing(false), vip()))
                .then(tagged("vip", TagChange.ADDED, By.STAFF), begins("vip"), begins("first"))
                .breaches("E-ROUTE-REFUSED"))
        .isEmpty();
  }

  @Test
  void whoWaitsInTurnForTheNextContractInVainIsRefused() {
    Contract first = free("first").path(exit("done")).exits(done().routesTo("second")).build();

    assertThat(
            Story.of(set(first, inLane("second", inTurn(days(3))), longHolder()))
                .then(begins("holder"), begins("first"))
                .after(Duration.ofDays(5), new Act.Passes())
                .breaches("E-ROUTE-REFUSED"))
        .hasSize(1);
  }

  private static Contract longHolder() {
    return named("holder")
        .lane(TALKS, whenOccupied(REFUSE).orElse("Desk phones"))
        .reentry(afterExit())
        .path(waitFor("long", days(9)).why("Test"), exit("done"))
        .exits(done())
        .build();
  }

  // E-ADMIT-STALE

  private static Contract moving(EntryClause clause) {
    return triggered("moving", formSubmitted("moving"))
        .admits(clause)
        .outsideLanes("Test")
        .reentry(afterExit())
        .path(waitFor("pause", days(1)).why("Test"), moveTo(SALES, WON).why("Test"), exit("done"))
        .exits(done())
        .build();
  }

  @Test
  void aStageMoveOfWhoNoLongerQualifiesIsABreach() {
    EntryClause clause = require(stage(SALES).isBefore(BOOKED), "not once they are booked");
    Story begun =
        Story.of(set(moving(clause))).then(new Act.DealMoved(at(NEW), By.STAFF), begins("moving"));
    Story changed = begun.then(new Act.DealMoved(at(BOOKED), By.STAFF));

    assertThat(changed.after(Duration.ofDays(2), new Act.Passes()).breaches("E-ADMIT-STALE"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.words()).contains("not once they are booked"));
    assertThat(begun.after(Duration.ofDays(2), new Act.Passes()).breaches("E-ADMIT-STALE"))
        .isEmpty();
    assertThat(
            Story.of(set(moving(clause.atEntryOnly("The card follows"))))
                .then(begins("moving"), new Act.DealMoved(at(BOOKED), By.STAFF))
                .after(Duration.ofDays(2), new Act.Passes())
                .breaches("E-ADMIT-STALE"))
        .as("a clause of the door")
        .isEmpty();
  }

  @Test
  void aMoveThatWasLawfulWhenItWasDecidedIsOvertaken() {
    Story overtaken =
        Story.of(set(moving(require(stage(SALES).isBefore(BOOKED), "not once they are booked"))))
            .stepwise()
            .then(new Act.DealMoved(at(NEW), By.STAFF), begins("moving"))
            .fires("moving")
            .then(new Act.DealMoved(at(BOOKED), By.STAFF))
            .done("moving");

    assertThat(overtaken.breaches("E-ADMIT-STALE")).isEmpty();
    Story tagged =
        Story.of(set(moving(refuse(contact().hasTag("gone"), "not once they are gone"))))
            .stepwise()
            .then(new Act.DealMoved(at(NEW), By.STAFF), begins("moving"))
            .fires("moving")
            .then(tagged("gone", TagChange.ADDED, By.STAFF))
            .done("moving");
    assertThat(tagged.breaches("E-ADMIT-STALE"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.overtaken()).isTrue());
  }

  @Test
  void aMoveInDoubtThatIsDoneAgainIsStillTheOneThatWasLawful() {
    Story again =
        Story.of(set(moving(refuse(contact().hasTag("gone"), "not once they are gone"))))
            .stepwise()
            .then(new Act.DealMoved(at(NEW), By.STAFF), begins("moving"))
            .fires("moving")
            .ends("moving", Answer.IN_DOUBT)
            .then(tagged("gone", TagChange.ADDED, By.STAFF))
            .then(new Act.Settles(new ContractId("moving"), 1, false));

    assertThat(again.breaches("E-ADMIT-STALE"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.overtaken()).isTrue());
  }

  @Test
  void whatTheRunItselfMadeSoIsNoBreach() {
    Contract own =
        triggered("own", formSubmitted("own"))
            .admits(refuse(contact().hasTag("begun"), "only once"))
            .outsideLanes("Test")
            .reentry(afterExit())
            .path(addTag("begun").why("Test"), say("hello"), exit("done"))
            .exits(done().leaves(noTag("begun")))
            .build();

    assertThat(Story.of(set(own)).then(begins("own")).sent()).containsExactly("hello");
    assertThat(Story.of(set(own)).then(begins("own")).breaches("E-ADMIT-STALE")).isEmpty();
  }

  @Test
  void theCoreItselfEndsARunBeforeAMessageToWhoNoLongerQualifies() {
    Contract texts =
        triggered("texts", formSubmitted("texts"))
            .admits(require(stage(SALES).isBefore(BOOKED), "not once they are booked"))
            .outsideLanes("Test")
            .reentry(afterExit())
            .path(waitFor("pause", days(1)).why("Test"), say("hello"), exit("done"))
            .exits(done())
            .build();
    Story story =
        Story.of(set(texts))
            .then(begins("texts"), new Act.DealMoved(at(TALKING), By.STAFF))
            .then(new Act.DealMoved(at(BOOKED), By.STAFF))
            .after(Duration.ofDays(2), new Act.Passes());

    assertThat(story.left()).containsExactly("texts: withdrawn");
    assertThat(story.breaches("E-ADMIT-STALE")).isEmpty();
  }
}
