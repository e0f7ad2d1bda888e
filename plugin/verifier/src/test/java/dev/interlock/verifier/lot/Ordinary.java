package dev.interlock.verifier.lot;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.cancelled;
import static dev.interlock.contract.dsl.Events.noShow;
import static dev.interlock.contract.dsl.Events.optOut;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.DECLINED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.at;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.skip;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.thenExit;
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

import dev.interlock.contract.dsl.Drafting;
import dev.interlock.contract.dsl.Exits;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.RunKey;
import java.util.List;
import java.util.Random;

/// Contracts as businesses write them: they answer missed calls, remind of appointments, and bring
/// back whoever did not come.
public final class Ordinary {
  private Ordinary() {}

  public static ContractSet set() {
    return new ContractSet(Market.any(new Random(2)), List.of(textBack(), reminders(), comeBack()));
  }

  private static Drafting.NeedsLane reachable(String id, EventPattern event) {
    return workflow(id)
        .title(id)
        .owner("Desk")
        .purpose("Nobody waits for us")
        .startsWhen(event, milestone("Something happened"))
        .admits(
            require(contact().hasPhone(), "there must be a number"),
            refuse(contact().optedOutOf(Channel.SMS), "they asked for no texts"));
  }

  private static Contract textBack() {
    return reachable("text-back", callMissed())
        .lane(Market.TALKS, whenOccupied(REFUSE).orElse("Desk phones"), priority(1))
        .reentry(afterDays(7))
        .throughout(
            whenever(booked()).thenExit("booked"),
            whenever(optedOut(Channel.SMS)).thenExit("declined"))
        .path(
            sms("text-back", "Hi, shall we call back?").onFailure(retry(3), thenExit("failed")),
            await("first-answer")
                .when(replied().saying(optOut()))
                .thenExit("declined")
                .when(replied())
                .then(
                    moveTo(Market.SALES, Market.STAGES.get(1)),
                    task("Call back", hours(1)),
                    dev.interlock.contract.dsl.Steps.exit("handed-over"))
                .silentFor(hours(24))
                .then(
                    sms("nudge", "Are you still there?"),
                    await("second-answer")
                        .when(replied())
                        .thenExit("handed-over")
                        .silentFor(days(2))
                        .thenExit("cold")))
        .exits(
            exit("booked", SUCCESS)
                .leaves(field("Ending", "Done"))
                .routesTo("reminders")
                .orElse("-"),
            exit("handed-over", HANDOVER).notifies(owner()),
            exit("declined", DECLINED).leaves(field("Ending", "Gone")),
            exit("cold", UNRESPONSIVE).leaves(tag("cold"), Exits.noTag("hot")))
        .build();
  }

  private static Contract reminders() {
    return reachable("reminders", booked())
        .lane(Market.CARE, whenOccupied(inTurn(days(3))), priority(1))
        .reentry(afterExit())
        .keyedBy(RunKey.APPOINTMENT)
        .throughout(
            whenever(cancelled()).thenExit("cancelled"), whenever(noShow()).thenExit("missed"))
        .path(
            addTag("busy"),
            at("a-day-before", before(appointment(), hours(24)))
                .ifPast(skip())
                .ifGone(thenExit("cancelled"))
                .then(sms("see-you-tomorrow", "See you tomorrow.")),
            at("an-hour-before", before(appointment(), hours(1)))
                .ifPast(skip())
                .ifGone(thenExit("cancelled"))
                .then(sms("see-you-soon", "See you soon.").expiresAfter(hours(1))),
            dev.interlock.contract.dsl.Steps.removeTag("busy"),
            dev.interlock.contract.dsl.Steps.exit("reminded"))
        .exits(
            exit("reminded", SUCCESS).leaves(tag("done")),
            exit("cancelled", DECLINED).leaves(Exits.noTag("busy")),
            exit("missed", HANDOVER).leaves(Exits.noTag("busy")).routesTo("come-back").orElse("-"))
        .build();
  }

  private static Contract comeBack() {
    return workflow("come-back")
        .title("come-back")
        .owner("Desk")
        .purpose("Nobody is forgotten")
        .startsWhen(noShow(), milestone("They did not come"))
        .admits(
            require(contact().hasPhone(), "there must be a number"),
            refuse(contact().optedOutOf(Channel.SMS), "they asked for no texts"),
            refuse(appointment().isUpcoming(), "they have another one"),
            require(stage(Market.SALES).isBefore(Market.STAGES.get(3)), "they bought"))
        .lane(Market.TALKS, whenOccupied(DISPLACE).orElse("Desk phones"), priority(2))
        .reentry(afterDays(3))
        .throughout(whenever(booked()).thenExit("booked"))
        .path(
            sms("come-back", "Shall we find another day?").purpose("offer"),
            await("answer")
                .when(replied())
                .thenExit("answered")
                .silentFor(days(3))
                .thenExit("cold"))
        .exits(
            exit("booked", SUCCESS).leaves(field("Ending", "Done")),
            exit("answered", HANDOVER).notifies(owner()),
            exit("cold", UNRESPONSIVE).leaves(tag("cold"), Exits.noTag("hot")))
        .build();
  }
}
