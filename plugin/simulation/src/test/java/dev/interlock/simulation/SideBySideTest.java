package dev.interlock.simulation;

import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.staffActed;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.DISPLACED;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.DISPLACE;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.priority;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.simulation.Clinic.NEW;
import static dev.interlock.simulation.Clinic.TALKING;
import static dev.interlock.simulation.Clinic.TALKS;
import static dev.interlock.simulation.Clinic.at;
import static dev.interlock.simulation.Clinic.begins;
import static dev.interlock.simulation.Clinic.clinic;
import static dev.interlock.simulation.Clinic.done;
import static dev.interlock.simulation.Clinic.free;
import static dev.interlock.simulation.Clinic.freeOn;
import static dev.interlock.simulation.Clinic.freeOnOurs;
import static dev.interlock.simulation.Clinic.named;
import static dev.interlock.simulation.Clinic.say;
import static dev.interlock.simulation.Clinic.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.TagName;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.By;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Several contracts around one contact: lanes, routes, own writes, and the hands of others.
class SideBySideTest {
  private static Contract asking() {
    return free("ask")
        .path(
            say("question"),
            await("answer")
                .when(replied())
                .thenExit("answered")
                .silentFor(hours(4))
                .thenExit("done")
                .why("They answer within hours"))
        .exits(done(), exit("answered", SUCCESS).means("They answered.").leaves(tag("warm")))
        .build();
  }

  // Lanes, routes, re-entry.

  private static Contract inLane(String name, WhenOccupied what, int weight) {
    return named(name)
        .lane(TALKS, whenOccupied(what), priority(weight))
        .reentry(afterExit())
        .path(waitFor(name + "-pause", days(2)).why("Test"), exit("done"))
        .exits(
            done().leaves(tag(name)),
            exit("displaced", DISPLACED).means("Made way.").leaves(tag("made-way")))
        .build();
  }

  @Test
  void anOccupiedLaneTurnsAway() {
    Story story =
        Story.of(set(inLane("one", REFUSE, 0), inLane("two", REFUSE, 0)))
            .then(begins("one"), begins("two"));

    assertThat(story.begun()).containsExactly("one");
    assertThat(story.facts(Fact.Refused.class).getFirst().reasons().getFirst().code())
        .isEqualTo("lane");
  }

  @Test
  void whoWaitsInTurnBeginsWhenTheLaneIsFree() {
    ContractSet set = set(inLane("one", REFUSE, 0), inLane("two", inTurn(days(5)), 0));
    Story story = Story.of(set).then(begins("one"), begins("two"));

    assertThat(story.begun()).containsExactly("one");
    assertThat(story.after(Duration.ofDays(3), new Act.Passes()).begun())
        .containsExactly("one", "two");
  }

  @Test
  void whoWaitsInTurnForTooLongIsTurnedAway() {
    ContractSet set = set(inLane("one", REFUSE, 0), inLane("two", inTurn(hours(5)), 0));

    assertThat(
            Story.of(set)
                .then(begins("one"), begins("two"))
                .after(Duration.ofDays(1), new Act.Passes())
                .facts(Fact.TurnedAway.class))
        .hasSize(1);
  }

  @Test
  void aHigherClaimBeginsOnceTheHolderHasLeftByItsDisplacedExit() {
    ContractSet set = set(inLane("one", REFUSE, 0), inLane("two", DISPLACE, 5));
    Story story = Story.of(set).stepwise().then(begins("one"), begins("two"));

    assertThat(story.facts(Fact.Displaced.class)).hasSize(1);
    assertThat(story.begun()).containsExactly("one");
    Story cleared = story.done("one").done("one");
    assertThat(cleared.left()).containsExactly("one: displaced");
    assertThat(cleared.begun()).containsExactly("one", "two");
  }

  @Test
  void anExitRoutesAtOnceAndARefusalIsRecorded() {
    Contract first = free("first").path(exit("done")).exits(done().routesTo("second")).build();
    Contract second =
        named("second")
            .outsideLanes("Test")
            .reentry(never())
            .path(say("hello"), exit("done"))
            .exits(done())
            .build();
    Story story = Story.of(set(first, second)).then(begins("first"));

    assertThat(story.begun()).containsExactly("first", "second");
    assertThat(story.after(Duration.ofDays(1), begins("first")).facts(Fact.Refused.class))
        .singleElement()
        .satisfies(refused -> assertThat(refused.reasons().getFirst().code()).isEqualTo("reentry"));
  }

  // Own writes, foreign hands, automations.

  @Test
  void ourOwnWriteBeginsAContractOnlyWhereItOptedIn() {
    Contract writes =
        free("writes").path(addTag("x").why("Test"), exit("done")).exits(done()).build();
    Contract deaf =
        freeOn("deaf", tagAdded("x")).path(say("no"), exit("done")).exits(done()).build();
    Contract hears =
        freeOnOurs("hears", tagAdded("x")).path(say("yes"), exit("done")).exits(done()).build();

    assertThat(Story.of(set(writes, deaf, hears)).then(begins("writes")).begun())
        .containsExactly("writes", "hears");
  }

  @Test
  void whatNobodyOfUsDidToTagsAndStagesIsSeenAsAForeignHandsAct() {
    Contract watching =
        free("watching")
            .throughout(whenever(foreignHand(HandAct.MOVED_STAGE)).thenExit("stepped-in"))
            .path(waitFor("pause", days(3)).why("Test"), exit("done"))
            .exits(done(), exit("stepped-in", SUCCESS).means("Somebody acts."))
            .build();
    Story story = Story.of(set(watching)).then(begins("watching"));

    assertThat(story.then(new Act.DealMoved(at(NEW), By.STAFF)).left())
        .as("a deal that is made is no move")
        .isEmpty();
    assertThat(
            story
                .then(
                    new Act.DealMoved(at(NEW), By.STAFF), new Act.DealMoved(at(TALKING), By.STAFF))
                .left())
        .containsExactly("watching: stepped-in");
  }

  @Test
  void whoWroteOrCalledIsToldByHand() {
    Contract watching =
        free("watching")
            .throughout(whenever(staffActed(HandAct.CALLED)).thenExit("called"))
            .path(waitFor("pause", days(3)).why("Test"), exit("done"))
            .exits(done(), exit("called", SUCCESS).means("They talk."))
            .build();
    Story story = Story.of(set(watching)).then(begins("watching"));

    assertThat(story.then(new Act.ForeignMessage(By.STAFF, Optional.empty(), Channel.SMS)).left())
        .isEmpty();
    assertThat(story.then(new Act.ForeignCall(By.STAFF)).left())
        .containsExactly("watching: called");
  }

  @Test
  void anAutomationThatIsDeclaredToWriteATagIsTheLikelierDoer() {
    ContractSet set =
        new ContractSet(
            clinic().automation(automation("Scoring").mayWrite(tag("hot"))).build(),
            List.of(asking()));
    By scoring = new By.Automation(new AutomationName("Scoring"));

    assertThat(
            Story.of(set)
                .then(
                    begins("ask"), new Act.TagChanged(new TagName("hot"), TagChange.ADDED, scoring))
                .facts(Fact.Told.class)
                .getLast()
                .event()
                .what())
        .isInstanceOfSatisfying(
            Happening.ForeignHandActed.class,
            acted -> assertThat(acted.hand()).isEqualTo(Hand.AUTOMATION));
  }
}
