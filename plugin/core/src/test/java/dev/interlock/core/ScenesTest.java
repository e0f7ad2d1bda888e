package dev.interlock.core;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.optOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.at;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.repeat;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.skip;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.before;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.DISPLACE;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterDays;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.priority;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.dsl.Drafting;
import dev.interlock.contract.dsl.Events;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Admission;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Facts;
import dev.interlock.core.run.Input;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Standing.Proof;
import dev.interlock.core.run.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What runs do, scene by scene.
class ScenesTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T17:00:00Z");
  private static final Instant MONDAY_NIGHT = Instant.parse("2026-11-24T03:00:00Z");

  private final World world = new World();

  private static Drafting.NeedsLane open(String id) {
    return workflow(id)
        .title("Text-back")
        .owner("Desk")
        .purpose("Nobody waits for an answer.")
        .startsWhen(callMissed(), milestone("A prospect called and nobody picked up"))
        .admits(
            require(contact().hasPhone(), "there must be a number to text"),
            require(
                stage(World.SALES).isBefore(World.STAGES.get(2)), "booked people are not asked"),
            refuse(contact().optedOutOf(Channel.SMS), "they asked not to be texted"));
  }

  private static Contract textBack() {
    return open("text-back")
        .lane(World.LANE, whenOccupied(REFUSE))
        .reentry(afterDays(7))
        .throughout(whenever(booked()).thenExit("booked"))
        .path(
            sms("hello", "Sorry we missed you")
                .why("The first to answer wins")
                .onFailure(retry(2), thenExit("unreachable")),
            await("answer")
                .when(replied().saying(optOut()))
                .thenExit("declined")
                .when(replied())
                .then(task("Call back", hours(1)), exit("answered"))
                .silentFor(hours(24))
                .then(sms("nudge", "Still there?"), exit("no-answer")))
        .exits(
            exit("booked", ExitKind.SUCCESS).leaves(tag("booked")).routesTo("reminders"),
            exit("answered", ExitKind.HANDOVER).leaves(tag("warm")),
            exit("declined", ExitKind.DECLINED).leaves(tag("no")),
            exit("no-answer", ExitKind.UNRESPONSIVE).leaves(tag("cold"), noTag("warm")),
            exit("unreachable", ExitKind.FAILED).notifies(owner()))
        .build();
  }

  private Rehearsal play(Instant now, Contract... contracts) {
    return Rehearsal.of(world, now, contracts);
  }

  private static String exitOf(Rehearsal play) {
    return play.only().standing() instanceof Standing.Ended(var exit, _, _, _)
        ? exit.text()
        : "not over: " + play.only().standing();
  }

  @Test
  void silenceLeadsToTheSilenceBranchAndTheExitIsReadBack() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.settle();
    play.passes(days(2));

    assertThat(world.sent).containsExactly("SMS: Sorry we missed you", "SMS: Still there?");
    assertThat(exitOf(play)).isEqualTo("no-answer");
    assertThat(world.tags).containsExactly(new TagName("cold"));
    assertThat(play.only().standing())
        .isInstanceOfSatisfying(
            Standing.Ended.class,
            ended -> assertThat(ended.proof()).isEqualTo(new Proof.Verified()));
    assertThat(play.journal())
        .anyMatch(line -> line.contains("No answer for 1 day"))
        .anyMatch(line -> line.contains("left as promised"));
  }

  @Test
  void aReplyChangesThePathAtOnce() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.settle();
    play.happens(Rehearsal.reply("yes, call me"));
    play.settle();
    assertThat(exitOf(play)).isEqualTo("answered");
    assertThat(world.sent).hasSize(1);
  }

  @Test
  void aReplyThatComesBeforeTheSendIsReportedIsNotLost() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.happens(Rehearsal.reply("yes"));
    play.settle();
    assertThat(exitOf(play)).isEqualTo("answered");
  }

  @Test
  void anOptOutIsHeardBeforeAnOrdinaryReply() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.settle();
    play.happens(Rehearsal.reply("Stop!"));
    play.settle();
    assertThat(exitOf(play)).isEqualTo("declined");
  }

  @Test
  void aBookingEndsTheRunWhereverItStandsAndRoutesOn() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.happens(bookedAt(MONDAY_NOON.plus(days(3))));
    play.settle();
    assertThat(exitOf(play)).isEqualTo("booked");
    assertThat(play.effects)
        .contains(new Effect.RouteTo(new ContractId("reminders"), new ExitName("booked")));
  }

  @Test
  void theSameEventTwiceChangesNothingTheSecondTime() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    DomainEvent call = play.event(Rehearsal.call());
    play.happens(call);
    play.happens(call);
    assertThat(play.runs).hasSize(1);
    assertThat(play.refusals.getFirst().reasons().getFirst().words())
        .contains("already runs for this contact");
  }

  @Test
  void everyReasonForARefusalIsTold() {
    world.addresses.clear();
    world.consent.put(Channel.SMS, Consent.OPTED_OUT);
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    assertThat(play.refusals.getFirst().reasons())
        .extracting(Admission.Reason::words)
        .containsExactly("there must be a number to text", "they asked not to be texted");
  }

  @Test
  void whatTheCrmDoesNotSayIsNotTakenForNo() {
    world.consent.clear();
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    assertThat(play.refusals.getFirst().reasons().getFirst().code()).isEqualTo("unknown");
  }

  @Test
  void aMessageInQuietHoursIsHeldUntilMorningOfTheContact() {
    Rehearsal play = play(MONDAY_NIGHT, textBack());
    play.happens(Rehearsal.call());
    assertThat(play.pending).isEmpty();
    assertThat(play.only().standing())
        .isInstanceOfSatisfying(
            Standing.Held.class,
            held -> assertThat(held.until()).isEqualTo("2026-11-24T13:00:00Z"));
    assertThat(play.journal().getLast()).contains("Held back until Tue 24 Nov 08:00");
    play.passes(hours(10));
    assertThat(world.sent).hasSize(1);
  }

  @Test
  void aBookingWhileAMessageIsHeldMeansThatItIsNeverSent() {
    Rehearsal play = play(MONDAY_NIGHT, textBack());
    play.happens(Rehearsal.call());
    play.happens(bookedAt(MONDAY_NIGHT.plus(days(3))));
    play.settle();
    assertThat(exitOf(play)).isEqualTo("booked");
    assertThat(world.sent).isEmpty();
  }

  @Test
  void whoNoLongerQualifiesIsNotWrittenToAgain() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.settle();
    world.stage = Optional.of(World.STAGES.get(2));
    play.passes(days(2));
    assertThat(exitOf(play)).isEqualTo("withdrawn");
    assertThat(world.sent).hasSize(1);
    assertThat(play.journal()).anyMatch(line -> line.contains("booked people are not asked"));
  }

  @Test
  void aRefusedCommandTakesTheFailurePath() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.report(play.pending.removeFirst(), new Outcome.Refused("x", "the number is invalid"));
    play.settle();
    assertThat(exitOf(play)).isEqualTo("unreachable");
  }

  @Test
  void aMessageReportedUndeliveredLaterTakesTheFailurePathToo() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.settle();
    MessageId sent = play.only().memory().sent().getFirst().message();
    play.happens(
        new Happening.MessageOutcome(Delivery.FAILED, Channel.SMS, sent, "unknown subscriber"));
    play.settle();
    assertThat(exitOf(play)).isEqualTo("unreachable");
  }

  @Test
  void anOutcomeNobodyKnowsWaitsForAnOperator() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    Command command = play.pending.removeFirst();
    play.report(command, new Outcome.InDoubt("the line broke after sending"));
    assertThat(play.only().standing()).isInstanceOf(Standing.Doubtful.class);
    assertThat(play.effects)
        .anyMatch(effect ->
            effect instanceof Effect.Attention(var concern, _)
                && concern == Effect.Concern.IN_DOUBT);
    play.passes(days(2));
    assertThat(play.only().standing()).isInstanceOf(Standing.Doubtful.class);
    play.tell(play.only().id(), new Input.Ordered(new Input.Order.Settle(true), "Olga"));
    assertThat(play.only().standing()).isInstanceOf(Standing.Awaiting.class);
    assertThat(play.pending).isEmpty();
  }

  @Test
  void aDoubtThatNobodySettlesCountsAsFailedAndIsNotSentAgain() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.report(play.pending.removeFirst(), new Outcome.InDoubt("the line broke"));
    play.passes(days(3));

    assertThat(world.sent).isEmpty();
    assertThat(exitOf(play)).isEqualTo("unreachable");
    assertThat(play.journal()).anyMatch(line -> line.contains("For 3 days nobody said"));
    assertThat(play.effects).contains(new Effect.LaneReleased());
  }

  @Test
  void whoeverSaysTooLateWhatBecameOfItChangesNothing() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.report(play.pending.removeFirst(), new Outcome.InDoubt("the line broke"));
    play.passes(days(3));
    play.tell(play.only().id(), new Input.Ordered(new Input.Order.Settle(false), "Olga"));
    play.settle();

    assertThat(world.sent).isEmpty();
    assertThat(exitOf(play)).isEqualTo("unreachable");
  }

  @Test
  void whatCameDuringTheDoubtIsHeardBeforeTheFailurePathGoesOn() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.report(play.pending.removeFirst(), new Outcome.InDoubt("the line broke"));
    play.happens(bookedAt(MONDAY_NOON.plus(days(5))));
    play.passes(days(3));

    assertThat(exitOf(play)).isEqualTo("booked");
  }

  @Test
  void theTimeARunIsPausedCanBeAddedToItsDoubt() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    RunId run = play.only().id();
    play.tell(run, new Input.Ordered(new Input.Order.Pause(), "Olga"));
    play.report(play.pending.removeFirst(), new Outcome.InDoubt("the line broke"));
    play.passes(days(1));
    play.tell(run, new Input.Ordered(new Input.Order.Resume(true), "Olga"));

    assertThat(play.only().standing().alarm()).contains(MONDAY_NOON.plus(days(4)));
  }

  @Test
  void anExitThatIsNotTrueIsRepairedOnceAndThenRaised() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.settle();
    play.happens(Rehearsal.reply("yes"));
    int repairs = 0;
    while (!play.pending.isEmpty()) {
      Command command = play.pending.removeFirst();
      if (command.doing() instanceof Command.Ensure) {
        repairs++;
        play.report(command, new Outcome.AlreadySo());
      } else {
        play.report(command);
      }
    }
    assertThat(repairs).isEqualTo(2);
    assertThat(play.only().standing())
        .isInstanceOfSatisfying(
            Standing.Ended.class,
            ended -> assertThat(ended.proof()).isInstanceOf(Proof.Unverified.class));
    assertThat(play.effects)
        .anyMatch(effect ->
            effect instanceof Effect.Attention(var concern, _)
                && concern == Effect.Concern.EXIT_UNVERIFIED);
  }

  @Test
  void aDeletedContactEndsTheRunWithoutFurtherWrites() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.settle();
    world.exists = false;
    play.happens(new Happening.ContactHappened(ContactChange.DELETED, Optional.empty()));
    assertThat(exitOf(play)).isEqualTo("withdrawn");
    assertThat(play.pending).isEmpty();
  }

  @Test
  void anotherContractInTheLaneIsRefusedAndSaysWhoHoldsIt() {
    Contract second =
        simple("second")
            .lane(World.LANE, whenOccupied(REFUSE))
            .reentry(afterExit())
            .path(waitFor("pause", hours(1)), exit("done"))
            .exits(done())
            .build();
    Rehearsal play = play(MONDAY_NOON, textBack(), second);
    play.happens(Rehearsal.call());
    assertThat(play.runs).hasSize(1);
    assertThat(play.refusals.getFirst().reasons().getFirst().words()).contains("held by text-back");
  }

  @Test
  void whoWaitsInTurnEntersWhenTheLaneIsFree() {
    Contract second =
        simple("second")
            .lane(World.LANE, whenOccupied(inTurn(days(3))))
            .reentry(afterExit())
            .path(waitFor("pause", hours(1)), exit("done"))
            .exits(done())
            .build();
    Rehearsal play = play(MONDAY_NOON, textBack(), second);
    play.happens(Rehearsal.call());
    assertThat(play.runs.values())
        .extracting(run -> run.standing().getClass().getSimpleName())
        .containsExactly("Commanded", "Queued");
    play.settle();
    play.happens(Rehearsal.reply("yes"));
    play.settle();
    assertThat(play.runs.values())
        .extracting(run -> run.standing().getClass().getSimpleName())
        .containsExactly("Ended", "Waiting");
  }

  @Test
  void whoWaitsTooLongForTheLaneIsTurnedAway() {
    Contract second =
        simple("second")
            .lane(World.LANE, whenOccupied(inTurn(hours(2))))
            .reentry(afterExit())
            .path(waitFor("pause", hours(1)), exit("done"))
            .exits(done())
            .build();
    Rehearsal play = play(MONDAY_NOON, textBack(), second);
    play.happens(Rehearsal.call());
    play.settle();
    play.passes(hours(3));
    assertThat(play.runs.values()).anyMatch(run -> run.standing() instanceof Standing.TurnedAway);
  }

  @Test
  void aHigherPriorityDisplacesThroughTheDisplacedExit() {
    Contract urgent =
        simple("urgent")
            .lane(World.LANE, whenOccupied(DISPLACE), priority(5))
            .reentry(afterExit())
            .path(waitFor("pause", hours(1)), exit("done"))
            .exits(done())
            .build();
    Rehearsal play = play(MONDAY_NOON, textBack(), urgent);
    play.happens(Rehearsal.call());
    assertThat(play.runs.values())
        .extracting(run -> run.standing().getClass().getSimpleName())
        .containsExactly("Ended", "Waiting");
    assertThat(play.runs.values().iterator().next().standing())
        .isInstanceOfSatisfying(
            Standing.Ended.class, ended -> assertThat(ended.exit().text()).isEqualTo("displaced"));
    assertThat(play.effects).anyMatch(Effect.CommandCancelled.class::isInstance);
  }

  @Test
  void reentryIsRefusedUntilTheTimeIsOver() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.settle();
    play.passes(days(2));
    play.happens(Rehearsal.call());
    assertThat(play.refusals.getFirst().reasons().getFirst().words())
        .contains("only runs again 7 days later");
    play.passes(days(7));
    world.tags.clear();
    play.happens(Rehearsal.call());
    assertThat(play.runs).hasSize(2);
  }

  @Test
  void aReminderMovesAlongWithItsAppointment() {
    Appointment appointment = world.book(MONDAY_NOON.plus(days(3)));
    Rehearsal play = play(MONDAY_NOON, reminder());
    play.happens(new Happening.AppointmentHappened(AppointmentChange.BOOKED, appointment));
    assertThat(play.only().standing().alarm()).hasValue(MONDAY_NOON.plus(days(2)));
    world.appointments.clear();
    Appointment moved =
        new Appointment(
            appointment.id(),
            appointment.calendar(),
            MONDAY_NOON.plus(days(5)),
            MONDAY_NOON.plus(days(5)),
            Appointment.Status.BOOKED);
    world.appointments.add(moved);
    play.happens(new Happening.AppointmentHappened(AppointmentChange.RESCHEDULED, moved));
    assertThat(play.only().standing().alarm()).hasValue(MONDAY_NOON.plus(days(4)));
  }

  @Test
  void anAppointmentMovedBehindOurBackIsNoticedWhenTheReminderIsDue() {
    Appointment appointment = world.book(MONDAY_NOON.plus(days(3)));
    Rehearsal play = play(MONDAY_NOON, reminder());
    play.happens(new Happening.AppointmentHappened(AppointmentChange.BOOKED, appointment));
    world.mark(appointment, Appointment.Status.CANCELLED);
    play.passes(days(2));
    assertThat(world.sent).isEmpty();
    assertThat(exitOf(play)).isEqualTo("gone");
  }

  @Test
  void aReminderBookedTooLateIsSkipped() {
    Appointment appointment = world.book(MONDAY_NOON.plus(hours(3)));
    Rehearsal play = play(MONDAY_NOON, reminder());
    play.happens(new Happening.AppointmentHappened(AppointmentChange.BOOKED, appointment));
    play.settle();
    assertThat(world.sent).isEmpty();
    assertThat(exitOf(play)).isEqualTo("done");
  }

  @Test
  void anotherAppointmentIsNoneOfTheRunsBusiness() {
    Appointment appointment = world.book(MONDAY_NOON.plus(days(3)));
    Appointment other = world.book(MONDAY_NOON.plus(days(9)));
    Contract contract =
        simple("watch")
            .outsideLanes("it only watches")
            .reentry(afterExit())
            .keyedBy(RunKey.APPOINTMENT)
            .throughout(whenever(Events.cancelled()).thenExit("done"))
            .path(waitFor("pause", days(20)), exit("done"))
            .exits(done())
            .build();
    Rehearsal byHand = play(MONDAY_NOON, contract);
    byHand.happens(new Happening.StartedByHand(contract.id(), "Olga"));
    byHand.happens(new Happening.AppointmentHappened(AppointmentChange.CANCELLED, other));
    assertThat(byHand.only().standing()).isInstanceOf(Standing.Waiting.class);
    byHand.happens(new Happening.AppointmentHappened(AppointmentChange.CANCELLED, appointment));
    byHand.settle();
    assertThat(byHand.only().standing().isOver()).isTrue();
  }

  @Test
  void ourOwnEchoBeginsNothing() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    DomainEvent call = play.event(Rehearsal.call());
    play.happens(
        new DomainEvent(
            call.id(), call.contact(), call.occurredAt(), call.what(), Provenance.OURS));
    assertThat(play.runs).isEmpty();
    assertThat(play.refusals).isEmpty();
  }

  @Test
  void aBranchAsksTheContactAsItIsNow() {
    Contract contract =
        simple("sorting")
            .outsideLanes("it writes nothing")
            .reentry(afterExit())
            .path(
                waitFor("pause", hours(1)),
                branch("who")
                    .when(contact().hasTag("vip"))
                    .then(addTag("greeted"), exit("done"))
                    .otherwise(exit("other")))
            .exits(done(), exit("other", ExitKind.SUCCESS))
            .build();
    Rehearsal play = play(MONDAY_NOON, contract);
    play.happens(Rehearsal.call());
    world.tags.add(new TagName("vip"));
    play.passes(hours(2));
    assertThat(exitOf(play)).isEqualTo("done");
    assertThat(world.tags).contains(new TagName("greeted"));
  }

  @Test
  void aRepeatGoesRoundAsOftenAsItSays() {
    Contract contract =
        simple("asking")
            .outsideLanes("alone")
            .reentry(afterExit())
            .path(
                repeat(
                    "ask",
                    3,
                    sms("question", "Hello?"),
                    await("answer")
                        .when(replied())
                        .thenExit("done")
                        .silentFor(hours(24))
                        .thenGoOn()),
                exit("other"))
            .exits(done(), exit("other", ExitKind.UNRESPONSIVE))
            .build();
    Rehearsal play = play(MONDAY_NOON, contract);
    play.happens(Rehearsal.call());
    play.settle();
    play.passes(days(10));
    assertThat(world.sent).hasSize(3);
    assertThat(exitOf(play)).isEqualTo("other");
  }

  @Test
  void aPausedRunStandsStillAndItsTimersCanShift() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.settle();
    RunId run = play.only().id();
    play.tell(run, new Input.Ordered(new Input.Order.Pause(), "Olga"));
    play.passes(days(5));
    assertThat(play.only().standing()).isInstanceOf(Standing.Paused.class);
    play.tell(run, new Input.Ordered(new Input.Order.Resume(true), "Olga"));
    assertThat(play.only().standing().alarm()).hasValue(MONDAY_NOON.plus(days(6)));
  }

  @Test
  void whatComesWhilePausedIsHeardOnResuming() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    play.settle();
    RunId run = play.only().id();
    play.tell(run, new Input.Ordered(new Input.Order.Pause(), "Olga"));
    play.happens(Rehearsal.reply("yes"));
    play.tell(run, new Input.Ordered(new Input.Order.Resume(true), "Olga"));
    play.settle();
    assertThat(exitOf(play)).isEqualTo("answered");
  }

  @Test
  void theContactIsAskedForOnlyWhereItIsNeeded() {
    Rehearsal play = play(MONDAY_NOON, textBack());
    play.happens(Rehearsal.call());
    Command command = play.pending.removeFirst();
    Facts unread = new Facts(Known.unsaid(), play.facts().around());
    var done = new Input.Reported(command.id(), world.carryOut(command.doing(), play.now));
    var program = Program.of(textBack());
    assertThat(Decider.decide(program, play.only(), done, unread, play.now))
        .isInstanceOf(Verdict.Decided.class);
    play.tell(play.only().id(), done);
    Instant due = play.only().standing().alarm().orElseThrow();
    assertThat(Decider.decide(program, play.only(), new Input.TimerDue(due), unread, due))
        .isEqualTo(new Verdict.NeedsContact());
  }

  private static Drafting.NeedsLane simple(String id) {
    return workflow(id)
        .title(id)
        .owner("Desk")
        .purpose("To be tested")
        .startsWhen(callMissed(), milestone("A call was missed"))
        .admitsEveryone("it is a test");
  }

  private static Exit done() {
    return exit("done", ExitKind.SUCCESS);
  }

  private static Contract reminder() {
    return workflow("reminder")
        .title("Reminder")
        .owner("Desk")
        .purpose("Nobody forgets")
        .startsWhen(booked(), milestone("An appointment was made"))
        .admitsEveryone("it is a test")
        .lane(World.LANE, whenOccupied(REFUSE))
        .reentry(afterExit())
        .keyedBy(RunKey.APPOINTMENT)
        .path(
            at("day-before", before(appointment(), hours(24)))
                .ifPast(skip())
                .ifGone(thenExit("gone"))
                .then(sms("reminder", "See you tomorrow").onFailure(retry(1), goOn())),
            exit("done"))
        .exits(done(), exit("gone", ExitKind.DECLINED))
        .build();
  }

  private Happening bookedAt(Instant start) {
    return new Happening.AppointmentHappened(AppointmentChange.BOOKED, world.book(start));
  }

  @Test
  void anExitTicksOffTheTasksOfTheRunThatItNamesAndNoOthers() {
    Contract asking =
        open("asking")
            .lane(World.LANE, whenOccupied(REFUSE))
            .reentry(afterExit())
            .path(
                task("Phone them", hours(1)),
                task("Write a card", hours(1)),
                waitFor("a-day", days(1)),
                exit("over"))
            .exits(
                exit("over", ExitKind.HANDOVER)
                    .ticksOffTasks("Phone them", "Never made")
                    .keepsTasks("Write a card"))
            .build();
    Rehearsal play = play(MONDAY_NOON, asking);
    play.happens(Rehearsal.call());
    play.settle();
    play.passes(days(2));

    assertThat(exitOf(play)).isEqualTo("over");
    assertThat(world.ticked).as("the first task that it made").containsExactly("task-1");
  }
}
