package dev.interlock.simulation;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.everyYearOn;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.onTheDay;
import static dev.interlock.simulation.Clinic.SALES;
import static dev.interlock.simulation.Clinic.VISITS;
import static dev.interlock.simulation.Clinic.begins;
import static dev.interlock.simulation.Clinic.done;
import static dev.interlock.simulation.Clinic.free;
import static dev.interlock.simulation.Clinic.freeOn;
import static dev.interlock.simulation.Clinic.freeOnOurs;
import static dev.interlock.simulation.Clinic.id;
import static dev.interlock.simulation.Clinic.say;
import static dev.interlock.simulation.Clinic.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.TagName;
import dev.interlock.simulation.Fact.Why;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.By;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How a script is played: time, commands and timers, deliveries, and what cannot be played.
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

  private static Story unanswered() {
    Contract marks =
        free("marks").path(addTag("x").why("Test"), exit("done")).exits(done()).build();
    return Story.of(set(marks)).stepwise().then(begins("marks")).ends("marks", Answer.UNANSWERED);
  }

  @Test
  void whatWasDoneWithoutAnAnswerIsSeenAndInDoubt() {
    assertThat(unanswered().facts(Fact.Written.class)).hasSize(1);
    assertThat(unanswered().then(new Act.Settles(id("marks"), 1, true)).facts(Fact.Written.class))
        .hasSize(1);
    assertThat(unanswered().done("marks").left()).containsExactly("marks: done");
    assertThat(unanswered().done("marks").facts(Fact.Written.class)).hasSize(1);
    Story withdrawn = unanswered().then(new Act.Withdraws(id("marks"), 1));
    assertThat(withdrawn.left()).containsExactly("marks: withdrawn");
    assertThat(withdrawn.facts(Fact.Written.class)).hasSize(1);
  }

  @Test
  void nobodySaysOfWhatWasDoneThatItWasNot() {
    assertThat(unanswered().then(new Act.Settles(id("marks"), 1, false)).played())
        .isInstanceOf(Played.Derailed.class);
  }

  @Test
  void noAnswerIsLostOfAMessage() {
    Story said =
        Story.of(set(asking())).stepwise().then(begins("ask")).ends("ask", Answer.UNANSWERED);

    assertThat(said.played()).isInstanceOf(Played.Derailed.class);
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

  // What cannot be played.

  @Test
  void whatCannotBePlayedSaysWhichBeatAndWhy() {
    Story story = Story.of(set(asking())).then(new Act.Passes());

    assertThat(why(story.then(REPLY).fires("ask")))
        .isEqualTo("2: there is no run 1 of ask under way");
    assertThat(why(story.then(new Act.Cancels()))).isEqualTo("1: the contact has no appointment");
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
}
