package dev.interlock.core;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.dsl.Steps;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Input;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Standing;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A message that the CRM could not take when it was allowed is asked about again when it can.
class PostponedTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T17:00:00Z");

  private final World world = new World();
  private final Rehearsal play = Rehearsal.of(world, MONDAY_NOON, textBack());

  private static Contract textBack() {
    return workflow("text-back")
        .title("Text-back")
        .owner("Desk")
        .purpose("Nobody waits for an answer.")
        .startsWhen(callMissed(), milestone("A call was missed"))
        .admits(require(contact().hasTag("prospect"), "only prospects are asked"))
        .outsideLanes("it is a test")
        .reentry(afterExit())
        .throughout(whenever(booked()).thenExit("booked"))
        .path(
            sms("hello", "Sorry we missed you")
                .expiresAfter(hours(20))
                .onFailure(retry(2), thenExit("unreachable")),
            Steps.exit("told"))
        .exits(
            exit("told", ExitKind.SUCCESS),
            exit("booked", ExitKind.SUCCESS),
            exit("unreachable", ExitKind.FAILED))
        .build();
  }

  private Command begun() {
    world.tags.add(new TagName("prospect"));
    play.happens(Rehearsal.call());
    return play.pending.removeFirst();
  }

  private void postponed(Duration span) {
    play.report(begun(), new Outcome.Postponed(play.now.plus(span), "the CRM says slow down", 0));
  }

  private String end() {
    return play.only().standing() instanceof Standing.Ended(var exit, _, _, _)
        ? exit.text()
        : "not over: " + play.only().standing();
  }

  @Test
  void itIsHeldAndTheJournalSaysWhyAndUntilWhen() {
    postponed(hours(2));

    assertThat(play.only().standing())
        .isInstanceOfSatisfying(
            Standing.Held.class,
            held -> assertThat(held.until()).isEqualTo(MONDAY_NOON.plus(hours(2))));
    assertThat(play.journal().getLast())
        .startsWith("HELD hello")
        .contains("the CRM says slow down", "Mon 23 Nov 14:00");
    play.passes(hours(2));
    assertThat(world.sent).hasSize(1);
    assertThat(end()).isEqualTo("told");
  }

  @Test
  void itIsNotSentToSomebodyWhoOptedOutMeanwhile() {
    postponed(hours(2));
    world.consent.put(Channel.SMS, Consent.OPTED_OUT);
    play.passes(hours(3));

    assertThat(world.sent).isEmpty();
    assertThat(end()).isEqualTo("unreachable");
  }

  @Test
  void itIsNotSentToSomebodyWhoSaidStopMeanwhile() {
    postponed(hours(2));
    play.happens(Rehearsal.reply("STOP"));
    play.passes(hours(3));

    assertThat(world.sent).isEmpty();
    assertThat(end()).isEqualTo("unreachable");
  }

  @Test
  void itIsNotSentToSomebodyWhoBookedMeanwhile() {
    postponed(hours(2));
    play.happens(bookedTomorrow());
    play.passes(hours(3));

    assertThat(world.sent).isEmpty();
    assertThat(end()).isEqualTo("booked");
  }

  @Test
  void whatWasHeardWhileTheCrmWasToldIsHeardAtOnce() {
    Command command = begun();
    play.happens(bookedTomorrow());
    play.report(command, new Outcome.Postponed(play.now.plus(hours(2)), "slow down", 0));
    play.settle();

    assertThat(end()).isEqualTo("booked");
    assertThat(world.sent).isEmpty();
  }

  @Test
  void itIsNotSentToSomebodyWhoNoLongerQualifies() {
    postponed(hours(2));
    world.tags.clear();
    play.passes(hours(3));

    assertThat(world.sent).isEmpty();
    assertThat(end()).isEqualTo("withdrawn");
  }

  @Test
  void itIsNotSentInTheNight() {
    postponed(hours(11));
    play.passes(hours(12));

    assertThat(world.sent).isEmpty();
    assertThat(play.only().standing())
        .isInstanceOfSatisfying(
            Standing.Held.class,
            held -> {
              assertThat(held.since()).isEqualTo(MONDAY_NOON);
              assertThat(held.until()).isEqualTo("2026-11-24T13:00:00Z");
            });
  }

  @Test
  void itsExpiryIsCountedFromWhenItWasFirstWanted() {
    postponed(hours(21));
    play.passes(hours(22));

    assertThat(world.sent).isEmpty();
    assertThat(end()).isEqualTo("unreachable");
  }

  @Test
  void itIsAskedAgainAtOnceWhenTheTimeHasCome() {
    Command first = begun();
    play.now = play.now.plus(hours(1));
    play.report(first, new Outcome.Postponed(play.now, "it was not sent at once", 1));

    Command second = play.pending.getFirst();
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.doing()).isEqualTo(first.doing());
    assertThat(play.only().memory().grant())
        .hasValueSatisfying(grant -> {
          assertThat(grant.first()).isEqualTo(MONDAY_NOON);
          assertThat(grant.due()).isEqualTo(MONDAY_NOON);
          assertThat(grant.attempts()).isEqualTo(1);
        });
  }

  @Test
  void nothingIsRememberedOfItOnceItWasSent() {
    postponed(hours(2));
    play.passes(hours(2));

    assertThat(play.only().memory().grant()).isEmpty();
  }

  @Test
  void aPausedRunHoldsItUntilItGoesOn() {
    Command command = begun();
    play.tell(play.only().id(), new Input.Ordered(new Input.Order.Pause(), "Olga"));
    play.report(command, new Outcome.Postponed(play.now.plus(hours(2)), "slow down", 0));
    assertThat(play.only().standing())
        .isInstanceOfSatisfying(
            Standing.Paused.class,
            paused -> assertThat(paused.stopped()).isInstanceOf(Standing.Held.class));

    world.consent.put(Channel.SMS, Consent.OPTED_OUT);
    play.tell(play.only().id(), new Input.Ordered(new Input.Order.Resume(false), "Olga"));
    assertThat(world.sent).isEmpty();
    assertThat(play.pending).isEmpty();
  }

  private Happening bookedTomorrow() {
    return new Happening.AppointmentHappened(
        AppointmentChange.BOOKED, world.book(play.now.plus(hours(24))));
  }
}
