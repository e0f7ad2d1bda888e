package dev.interlock.simulation;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.appointmentConfirmed;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.everyYearOn;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.messageFailed;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.staffActed;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.DISPLACED;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.markDeal;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.then;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.daily;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.minutes;
import static dev.interlock.contract.dsl.Times.onTheDay;
import static dev.interlock.contract.dsl.Workflows.DISPLACE;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.priority;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.simulation.Clinic.BOOKED;
import static dev.interlock.simulation.Clinic.NEW;
import static dev.interlock.simulation.Clinic.SALES;
import static dev.interlock.simulation.Clinic.TALKING;
import static dev.interlock.simulation.Clinic.TALKS;
import static dev.interlock.simulation.Clinic.VISITS;
import static dev.interlock.simulation.Clinic.WON;
import static dev.interlock.simulation.Clinic.at;
import static dev.interlock.simulation.Clinic.begins;
import static dev.interlock.simulation.Clinic.clinic;
import static dev.interlock.simulation.Clinic.done;
import static dev.interlock.simulation.Clinic.free;
import static dev.interlock.simulation.Clinic.freeOn;
import static dev.interlock.simulation.Clinic.freeOnOurs;
import static dev.interlock.simulation.Clinic.id;
import static dev.interlock.simulation.Clinic.named;
import static dev.interlock.simulation.Clinic.say;
import static dev.interlock.simulation.Clinic.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.run.Standing.Proof;
import dev.interlock.simulation.Fact.Why;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.By;
import dev.interlock.simulation.script.Opening;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How a script is played: what the world does, what the machinery does, and what cannot be.
class SimulationTest {
  private static final Act REPLY = new Act.Writes(Channel.SMS, "Yes");

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

  // The two paces.

  @Test
  void byItselfCommandsEndAtOnceAndTimersFireWhenTheyAreDue() {
    Story story =
        Story.of(set(asking())).then(begins("ask")).after(Duration.ofDays(1), new Act.Passes());

    assertThat(story.sent()).containsExactly("question");
    assertThat(story.left()).containsExactly("ask: done");
    assertThat(story.chronicle().story())
        .anyMatch(line -> line.startsWith("2026-03-02T14:00 ask: No answer for 4 hours"));
  }

  @Test
  void stepwiseNothingEndsAndNothingFiresButByABeat() {
    Story begun =
        Story.of(set(asking())).stepwise().then(begins("ask")).after(Duration.ofSeconds(9), REPLY);

    assertThat(begun.sent()).isEmpty();
    assertThat(begun.left()).isEmpty();
    assertThat(begun.done("ask").sent()).containsExactly("question");
    // the reply was kept while the message was under way
    assertThat(begun.done("ask").done("ask").done("ask").left()).containsExactly("ask: answered");
    Story waiting = Story.of(set(asking())).stepwise().then(begins("ask")).done("ask");
    assertThat(waiting.after(Duration.ofDays(9), new Act.Passes()).left()).isEmpty();
  }

  @Test
  void aMessageThatTookTooLongToGoOutIsAskedAboutAgain() {
    Story late =
        Story.of(set(asking()))
            .stepwise()
            .then(begins("ask"))
            .after(Duration.ofMinutes(2), new Act.Passes())
            .done("ask");

    assertThat(late.sent()).isEmpty();
    assertThat(late.done("ask").sent()).containsExactly("question");
    Story stopped =
        Story.of(set(asking()))
            .stepwise()
            .then(begins("ask"), new Act.OptsOut(Set.of(Channel.SMS)))
            .after(Duration.ofMinutes(2), new Act.Passes())
            .done("ask");
    assertThat(stopped.facts(Fact.NotSent.class).getLast().why()).isEqualTo(Why.BLOCKED);
  }

  @Test
  void aTimerThatIsFiredMovesTimeOnAndLeavesOthersLate() {
    Contract early =
        free("early")
            .path(waitFor("pause", hours(1)).why("Test"), exit("done"))
            .exits(done())
            .build();
    Story story =
        Story.of(set(asking(), early)).stepwise().then(begins("early"), begins("ask")).done("ask");

    Story late = story.fires("ask");
    assertThat(late.left()).containsExactly("ask: done");
    assertThat(late.chronicle().facts().getLast().at()).isEqualTo("2026-03-02T19:00:00Z");
    assertThat(late.fires("early").left()).containsExactly("ask: done", "early: done");
  }

  @Test
  void theSameScriptGivesTheSameChronicle() {
    Story story = Story.of(set(asking())).then(begins("ask")).after(Duration.ofHours(1), REPLY);

    assertThat(story.chronicle()).isEqualTo(story.chronicle());
  }

  @Test
  void contractsThatSetOneAnotherOffWithoutEndDerailTheStory() {
    Contract ping =
        freeOnOurs("ping", tagAdded("a"))
            .path(addTag("b").why("Test"), exit("done"))
            .exits(done().leaves(noTag("a")))
            .build();
    Contract pong =
        freeOnOurs("pong", tagAdded("b"))
            .path(removeTag("b").why("Test"), addTag("a").why("Test"), exit("done"))
            .exits(done())
            .build();

    assertThat(
            Story.of(set(ping, pong))
                .then(new Act.TagChanged(new TagName("a"), TagChange.ADDED, By.STAFF))
                .played())
        .isInstanceOfSatisfying(
            Played.Derailed.class, derailed -> assertThat(derailed.why()).contains("without end"));
  }

  @Test
  void routesInACircleDerailTheStoryTooAndDoNotOverflow() {
    Contract there = free("there").path(exit("done")).exits(done().routesTo("back")).build();
    Contract back = free("back").path(exit("done")).exits(done().routesTo("there")).build();

    assertThat(Story.of(set(there, back)).then(begins("there")).played())
        .isInstanceOf(Played.Derailed.class);
  }

  // What the adapter answers.

  @Test
  void aDealIsNotMovedBackUnlessTheOperationDeclaresIt() {
    Contract back =
        free("back").path(moveTo(SALES, TALKING).why("Test"), exit("done")).exits(done()).build();

    Story declared =
        Story.of(set(back)).then(new Act.DealMoved(at(BOOKED), By.STAFF), begins("back"));
    assertThat(declared.facts(Fact.StageMoved.class).getLast().to()).isEqualTo(at(TALKING));
    Story forbidden =
        Story.of(set(back)).then(new Act.DealMoved(at(WON), By.STAFF), begins("back"));
    assertThat(forbidden.facts(Fact.MovedBack.class))
        .singleElement()
        .satisfies(moved -> assertThat(moved.from()).isEqualTo(WON));
    assertThat(forbidden.left()).containsExactly("back: failed");
  }

  @Test
  void aDealIsMadeWhereThereIsNoneAndStandsThereOnce() {
    Contract make =
        free("make")
            .path(
                moveTo(SALES, NEW).why("Test"),
                moveTo(SALES, NEW).named("again").why("Test"),
                exit("done"))
            .exits(done())
            .build();

    Story story = Story.of(set(make)).then(begins("make"));
    assertThat(story.facts(Fact.StageMoved.class))
        .singleElement()
        .satisfies(moved -> assertThat(moved.from()).isEmpty());
    assertThat(story.left()).containsExactly("make: done");
  }

  @Test
  void aDealThatIsNotThereCannotBeMarked() {
    Contract mark =
        free("mark")
            .path(markDeal(SALES, DealStatus.WON).why("Test"), exit("done"))
            .exits(done())
            .build();

    assertThat(Story.of(set(mark)).then(begins("mark")).left()).containsExactly("mark: failed");
  }

  @Test
  void theCrmBlocksAMessageToWhomeverOptedOutMeanwhile() {
    Story story =
        Story.of(set(asking()))
            .stepwise()
            .then(begins("ask"), new Act.OptsOut(Set.of(Channel.SMS)))
            .done("ask")
            .done("ask");

    assertThat(story.sent()).isEmpty();
    assertThat(story.left()).containsExactly("ask: failed");
  }

  @Test
  void anExitThatIsNotTrueWhenReadBackIsRepairedOnceAndThenEndsWithoutProof() {
    Contract late =
        free("late").path(exit("done")).exits(done().leaves(stage(SALES, TALKING))).build();

    Story story = Story.of(set(late)).then(new Act.DealMoved(at(WON), By.STAFF), begins("late"));
    assertThat(story.facts(Fact.MovedBack.class)).hasSize(2);
    assertThat(story.facts(Fact.Left.class).getFirst().proof())
        .isInstanceOf(Proof.Unverified.class);
    assertThat(story.facts(Fact.Attention.class)).hasSize(1);
  }

  @Test
  void tasksThatWereMadeCanBeTickedOffByAColleague() {
    Contract make =
        free("make").path(task("Call", hours(1)).why("Test"), exit("done")).exits(done()).build();
    Story story = Story.of(set(make)).then(begins("make"));

    assertThat(lastRest(story).openTask()).isTrue();
    assertThat(lastRest(story.then(new Act.TaskTicked())).openTask()).isFalse();
  }

  // Answers of commands.

  @Test
  void aRefusedCommandTakesThePathForIt() {
    Contract tagging =
        free("tagging")
            .path(addTag("x").onFailure(retry(1), thenExit("done")).why("Test"), exit("fine"))
            .exits(done(), exit("fine", SUCCESS).means("Fine."))
            .build();

    assertThat(
            Story.of(set(tagging))
                .stepwise()
                .then(begins("tagging"))
                .ends("tagging", Answer.REFUSED)
                .left())
        .containsExactly("tagging: done");
  }

  @Test
  void whatWasInDoubtAndHadHappenedIsSeenFromThenOn() {
    Story doubt =
        Story.of(set(asking()))
            .stepwise()
            .then(begins("ask"))
            .ends("ask", Answer.IN_DOUBT)
            .after(Duration.ofMinutes(30), new Act.Settles(id("ask"), 1, true));

    assertThat(doubt.facts(Fact.Sent.class))
        .singleElement()
        .satisfies(sent -> assertThat(sent.at()).isEqualTo("2026-03-02T15:00:00Z"));
    assertThat(doubt.fires("ask").left()).containsExactly("ask: done");
  }

  @Test
  void whatWasInDoubtAndHadNotHappenedIsDoneAgain() {
    Story doubt =
        Story.of(set(asking()))
            .stepwise()
            .then(begins("ask"))
            .ends("ask", Answer.IN_DOUBT)
            .then(new Act.Settles(id("ask"), 1, false));

    assertThat(doubt.sent()).isEmpty();
    assertThat(doubt.done("ask").sent()).containsExactly("question");
  }

  @Test
  void aDoubtThatNobodySettlesEndsByItself() {
    assertThat(
            Story.of(set(asking()))
                .stepwise()
                .then(begins("ask"))
                .ends("ask", Answer.IN_DOUBT)
                .fires("ask")
                .done("ask")
                .left())
        .containsExactly("ask: failed");
  }

  @Test
  void anAnswerThatComesAfterAllSettlesADoubt() {
    assertThat(
            Story.of(set(asking()))
                .stepwise()
                .then(begins("ask"))
                .ends("ask", Answer.IN_DOUBT)
                .done("ask")
                .sent())
        .containsExactly("question");
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

  // Deliveries.

  @Test
  void anEventThatIsHeardLateIsInTheAccountAtOnce() {
    Contract tagged =
        free("tagged")
            .path(
                branch("known")
                    .when(contact().hasTag("x"))
                    .because("Test")
                    .thenExit("known")
                    .otherwiseGoOn()
                    .why("Test"),
                exit("done"))
            .exits(done(), exit("known", SUCCESS).means("Known."))
            .build();
    Act late =
        new Act.HeardLate(
            new Act.TagChanged(new TagName("x"), TagChange.ADDED, By.STAFF), Duration.ofHours(2));
    Story story = Story.of(set(tagged)).then(late, begins("tagged"));

    assertThat(story.left()).containsExactly("tagged: known");
    assertThat(story.facts(Fact.Told.class)).hasSize(1);
    assertThat(story.after(Duration.ofHours(3), new Act.Passes()).facts(Fact.Told.class))
        .hasSize(2);
  }

  @Test
  void newsOfLaterThingsCanComeFirst() {
    Contract either =
        free("either")
            .path(
                await("first")
                    .when(booked())
                    .thenExit("booked")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("done")
                    .why("Test"))
            .exits(done(), exit("booked", SUCCESS).means("Booked."))
            .build();
    Story story =
        Story.of(set(either))
            .then(
                begins("either"),
                new Act.HeardLate(new Act.Books(VISITS, Duration.ofDays(1)), Duration.ofMinutes(9)),
                REPLY);

    assertThat(story.left()).containsExactly("either: done");
  }

  @Test
  void anEventThatIsDeliveredAgainChangesNothing() {
    Story story = Story.of(set(asking())).then(begins("ask"), REPLY, new Act.HeardAgain(1));

    assertThat(story.begun()).containsExactly("ask");
    assertThat(story.then(new Act.HeardAgain(4)).played()).isInstanceOf(Played.Whole.class);
  }

  @Test
  void theEchoOfAWriteCanBeLateAsWell() {
    Contract writes =
        free("writes").path(addTag("x").why("Test"), exit("done")).exits(done()).build();
    Contract hears =
        freeOnOurs("hears", tagAdded("x")).path(say("yes"), exit("done")).exits(done()).build();
    Story story =
        Story.of(set(writes, hears))
            .stepwise()
            .then(
                begins("writes"),
                new Act.HeardLate(
                    new Act.CommandEnds(id("writes"), 1, Answer.DONE), Duration.ofMinutes(3)));

    assertThat(story.begun()).containsExactly("writes");
    assertThat(story.after(Duration.ofMinutes(5), new Act.Passes()).begun())
        .containsExactly("writes", "hears");
  }

  // What becomes of messages.

  @Test
  void aReportIsAboutTheLastMessageThatTheContractSent() {
    Contract phone =
        free("phone")
            .path(
                say("hello").onUndelivered(then(exit("wrong"))),
                waitFor("pause", days(1)).why("Test"),
                exit("done"))
            .exits(done(), exit("wrong", SUCCESS).means("Wrong number."))
            .build();

    assertThat(
            Story.of(set(phone))
                .then(begins("phone"), new Act.Reports(id("phone"), Delivery.FAILED))
                .left())
        .containsExactly("phone: wrong");
  }

  @Test
  void whyAMessageDidNotGoOutIsSaid() {
    ContractSet set =
        new ContractSet(
            clinic()
                .purpose("hello", "Say hello", days(2))
                .quiet(daily(clock(20, 0), clock(8, 0)))
                .build(),
            List.of(
                free("a").path(say("one").purpose("hello"), exit("done")).exits(done()).build(),
                free("b")
                    .path(say("two").expiresAfter(minutes(5)).onBlocked(goOn()), exit("done"))
                    .exits(done())
                    .build()));

    assertThat(whys(Story.of(set).then(begins("a"), begins("a")))).containsExactly(Why.SUPPRESSED);
    assertThat(whys(Story.of(set).then(new Act.OptsOut(Set.of(Channel.SMS)), begins("a"))))
        .containsExactly(Why.BLOCKED);
    assertThat(whys(Story.of(set).after(Duration.ofHours(12), begins("a"))))
        .containsExactly(Why.HELD);
    assertThat(whys(Story.of(set).after(Duration.ofHours(12), begins("b"))))
        .containsExactly(Why.EXPIRED);
  }

  private static List<Why> whys(Story story) {
    return story.facts(Fact.NotSent.class).stream().map(Fact.NotSent::why).toList();
  }

  // Dates, schedules, names.

  @Test
  void aDateThatComesBeginsTheContractsThatWaitForIt() {
    Contract birthday =
        freeOn("birthday", everyYearOn("Date of birth", onTheDay(), clock(9, 0)))
            .path(say("wishes"), exit("done"))
            .exits(done())
            .build();
    FieldName born = new FieldName("Date of birth");
    Story story = Story.of(set(birthday));

    assertThat(
            story
                .then(new Act.FieldChanged(born, "1990-03-02", By.STAFF), new Act.DateComes(born))
                .begun())
        .containsExactly("birthday");
    assertThat(story.then(new Act.DateComes(born)).played()).isInstanceOf(Played.Derailed.class);
  }

  @Test
  void aContractCanBeStartedByItsName() {
    Story story = Story.of(set(asking()));

    assertThat(story.then(new Act.StartedByHand(id("ask"))).begun()).containsExactly("ask");
    assertThat(story.then(new Act.StartedByApi(id("ask"))).begun()).containsExactly("ask");
    assertThat(story.then(new Act.ScheduleComes(id("ask"))).begun()).containsExactly("ask");
  }

  @Test
  void anOperatorCanWithdrawARun() {
    assertThat(Story.of(set(asking())).then(begins("ask"), new Act.Withdraws(id("ask"), 1)).left())
        .containsExactly("ask: withdrawn");
  }

  @Test
  void theSecondRunOfAContractIsItsSecondOccurrence() {
    Contract each =
        freeOn("each", formSubmitted())
            .keyedBy(RunKey.CONTACT)
            .path(waitFor("pause", days(1)).why("Test"), exit("done"))
            .exits(done())
            .build();
    assertThat(Story.of(set(each)).then(begins("each"), new Act.Withdraws(id("each"), 2)).played())
        .isInstanceOf(Played.Derailed.class);
  }

  // What the opening says.

  @Test
  void theOpeningStandsInTheAccountAndNobodyIsToldOfIt() {
    Opening opening =
        new Opening(
            "Ben",
            Opening.of("Ben").start(),
            Opening.of("Ben").zone(),
            Set.of(new TagName("vip")),
            Map.of(new FieldName("Score"), "7"),
            Map.of(),
            Map.of(Channel.SMS, Consent.OPTED_OUT),
            Optional.of("Dana"),
            List.of(new Opening.StandingDeal(at(TALKING), DealStatus.OPEN, Optional.empty())),
            List.of(new Opening.Visit(VISITS, Duration.ofDays(1), Appointment.Status.CONFIRMED)),
            true,
            true);
    Story story = Story.of(set(asking())).opening(opening).then(new Act.Passes());

    assertThat(story.facts(Fact.Told.class)).isEmpty();
    assertThat(lastRest(story).contact())
        .satisfies(contact -> {
          assertThat(contact.displayName()).isEqualTo("Ben");
          assertThat(contact.tags()).containsExactly(new TagName("vip"));
          assertThat(contact.addresses()).isEmpty();
          assertThat(contact.consent()).containsEntry(Channel.SMS, Consent.OPTED_OUT);
          assertThat(contact.assignee()).contains("Dana");
          assertThat(contact.deal(SALES).orElse(Optional.empty()))
              .hasValueSatisfying(deal -> assertThat(deal.stage()).isEqualTo(at(TALKING)));
          assertThat(contact.appointments().orElse(List.of())).hasSize(1);
        });
  }

  private static Situation lastRest(Story story) {
    return story.facts(Fact.Rests.class).getLast().situation();
  }

  // What cannot be played.

  @Test
  void whatCannotBePlayedSaysWhichBeatAndWhy() {
    Story story = Story.of(set(asking())).then(new Act.Passes());

    assertThat(why(story.then(REPLY).fires("ask")))
        .isEqualTo("2: there is no run 1 of ask under way");
    assertThat(why(story.then(new Act.Cancels()))).isEqualTo("1: the contact has no appointment");
    assertThat(why(story.then(new Act.TaskTicked())))
        .isEqualTo("1: no task about the contact is open");
    assertThat(why(story.then(new Act.DealMarked(SALES, DealStatus.WON, By.STAFF))))
        .isEqualTo("1: the contact has no deal in Sales");
    assertThat(why(story.then(new Act.Reports(id("ask"), Delivery.FAILED))))
        .isEqualTo("1: ask has sent no message that has a number");
    assertThat(why(story.then(new Act.StartedByHand(id("nobody")))))
        .isEqualTo("1: there is no contract nobody");
    assertThat(why(story.then(new Act.ForeignCall(By.CONTACT))))
        .isEqualTo("1: contacts do not write to themselves");
    assertThat(why(story.then(new Act.HeardAgain(1))))
        .isEqualTo("1: nothing was heard so far back");
    assertThat(why(story.then(begins("ask")).done("ask")))
        .isEqualTo("2: the run of ask has no command under way");
    assertThat(why(story.then(begins("ask"), new Act.Settles(id("ask"), 1, true))))
        .isEqualTo("2: nothing that the run of ask did is in doubt");
    assertThat(why(story.stepwise().then(begins("ask")).fires("ask")))
        .isEqualTo("2: the run of ask waits for no time");
    assertThat(why(story.then(new Act.RecordChanged(ContactChange.DELETED), begins("ask"))))
        .isEqualTo("2: the contact is gone from the CRM");
  }

  @Test
  void onlyAMessageCanBeBlocked() {
    Contract writes =
        free("writes").path(addTag("x").why("Test"), exit("done")).exits(done()).build();

    assertThat(
            why(
                Story.of(set(writes))
                    .stepwise()
                    .then(begins("writes"))
                    .ends("writes", Answer.BLOCKED)))
        .isEqualTo("1: only a message can be blocked");
  }

  @Test
  void anAppointmentThatWasCancelledIsNotMovedOrMarked() {
    Story cancelled =
        Story.of(set(asking())).then(new Act.Books(VISITS, Duration.ofDays(1)), new Act.Cancels());

    assertThat(why(cancelled.then(new Act.Reschedules(Duration.ofDays(2)))))
        .isEqualTo("2: the appointment is CANCELLED");
    assertThat(why(cancelled.then(new Act.ShowsUp()))).isEqualTo("2: the appointment is CANCELLED");
  }

  private static String why(Story story) {
    return switch (story.played()) {
      case Played.Derailed(var beat, var why, _) -> beat + ": " + why;
      case Played.Whole _ -> "it was played";
    };
  }

  @Test
  void appointmentsAreHeardOfAsACrmTellsThem() {
    Contract confirmed =
        freeOn("confirmed", appointmentConfirmed())
            .path(say("fine"), exit("done"))
            .exits(done())
            .build();
    Contract failed =
        freeOn("failed", messageFailed())
            .path(addTag("x").why("Test"), exit("done"))
            .exits(done())
            .build();

    assertThat(
            Story.of(set(confirmed, failed))
                .then(
                    new Act.Books(VISITS, Duration.ofDays(1)),
                    new Act.Confirms(),
                    new Act.Reports(id("confirmed"), Delivery.FAILED))
                .begun())
        .containsExactly("confirmed", "failed");
  }
}
