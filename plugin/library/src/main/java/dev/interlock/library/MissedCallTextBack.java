package dev.interlock.library;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.deal;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.contactDeleted;
import static dev.interlock.contract.dsl.Events.contactMerged;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.DECLINED;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.deal;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.dueIn;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.ADMIT;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterDays;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.contract.model.Channel.SMS;
import static dev.interlock.library.DentalPractice.BOOKED;
import static dev.interlock.library.DentalPractice.ENGAGED;
import static dev.interlock.library.DentalPractice.FRONT_DESK;
import static dev.interlock.library.DentalPractice.HAS_A_DATE;
import static dev.interlock.library.DentalPractice.LEAD_FOLLOW_UP;
import static dev.interlock.library.DentalPractice.LOST;
import static dev.interlock.library.DentalPractice.NEW_LEAD;
import static dev.interlock.library.DentalPractice.SAID_NO;
import static dev.interlock.library.DentalPractice.SAID_STOP;
import static dev.interlock.library.DentalPractice.SALES;
import static dev.interlock.library.DentalPractice.STAFF_STEPPED_IN;
import static dev.interlock.library.DentalPractice.outcome;

import dev.interlock.contract.WorkflowContract;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.DealStatus;

/// Every missed call is answered by text before the caller tries a competitor.
public final class MissedCallTextBack implements WorkflowContract {
  @Override
  public Contract contract() {
    return workflow("missed-call-text-back")
        .title("Missed-call text-back")
        .owner(FRONT_DESK)
        .purpose("Nobody who calls us and gets no answer waits more than a minute for one.")
        .startsWhen(callMissed(), milestone("A prospect tried to reach us and nobody picked up"))
        .admits(
            require(contact().hasPhone(), "there must be a number to text"),
            require(stage(SALES).isBefore(BOOKED), "from Booked on, the front desk rings back"),
            refuse(appointment().isUpcoming(), "the reminders look after those who have a date"),
            refuse(contact().optedOutOf(SMS), "they asked not to be texted").whenUnknown(ADMIT))
        .lane(LEAD_FOLLOW_UP, whenOccupied(REFUSE).orElse("Front desk rings back"))
        .reentry(afterDays(7))
        .throughout(
            whenever(HAS_A_DATE).thenExit("booked"),
            whenever(either(optedOut(SMS), SAID_STOP)).thenExit("opted-out"),
            whenever(SAID_NO).thenExit("declined"),
            whenever(replied())
                .because("They answered while a text was waiting for the morning")
                .thenExit("with-front-desk"),
            whenever(STAFF_STEPPED_IN).thenExit("taken-over"),
            whenever(either(contactDeleted(), contactMerged())).thenExit("withdrawn"))
        .path(
            sms(
                    "text-back",
                    "Hi{{#if contact.firstName}} {{contact.firstName}}{{/if}}, this is"
                        + " {{location.name}}. Sorry we missed your call! Shall we ring you back? Or pick a time here:"
                        + " {{setting.bookingLink}}")
                .why("The first practice to answer usually wins the patient")
                .purpose("answer-to-a-call")
                .evenInQuietHours("They have just called and are waiting for an answer")
                .onFailure(retry(3), thenExit("unreachable")),
            branch("first-contact")
                .when(not(deal(SALES).exists()))
                .because("A caller whom we do not know yet is a new lead")
                .then(moveTo(SALES, NEW_LEAD).why("No caller is missing from the board"))
                .otherwiseGoOn()
                .why("Callers may be new to us or known already"),
            await("first-reply")
                .when(SAID_STOP)
                .thenExit("opted-out")
                .when(SAID_NO)
                .thenExit("declined")
                .when(replied())
                .thenGoOn()
                .silentFor(days(1))
                .then(
                    sms(
                            "nudge",
                            "Hi {{contact.firstName}}, would you still like to talk? Answer here,"
                                + " or book whenever it suits you: {{setting.bookingLink}}")
                        .why("Many people miss a first text; nobody likes a third one")
                        .purpose("second-try")
                        .onFailure(retry(3), thenExit("unreachable")),
                    await("second-reply")
                        .when(SAID_STOP)
                        .thenExit("opted-out")
                        .when(SAID_NO)
                        .thenExit("declined")
                        .when(replied())
                        .thenGoOn()
                        .silentFor(days(2))
                        .thenExit("no-answer")
                        .why("Two days are enough for anybody who wants to answer"))
                .why("An answer within a day is still the same conversation"),
            moveTo(SALES, ENGAGED).why("The board shows that they talk to us"),
            task("Ring back {{contact.name}}", dueIn(hours(1)))
                .named("ring-back")
                .why("Whoever answers has an hour's patience, not a day's"),
            exit("with-front-desk"))
        .exits(
            exit("booked", SUCCESS)
                .means("They have a date for a consultation.")
                .leaves(stage(SALES, BOOKED), outcome("Booked"))
                .routesTo("appointment-reminders")
                .orElse("Front desk reminds them by phone"),
            exit("with-front-desk", HANDOVER)
                .means("They answered; a person carries on.")
                .leaves(stage(SALES, ENGAGED), outcome("With front desk"))
                .notifies(owner())
                .next("Front desk rings back within the hour"),
            exit("taken-over", HANDOVER)
                .means("A colleague stepped in before the workflow was done.")
                .leaves(outcome("Taken over"))
                .next("Whoever stepped in carries on"),
            exit("no-answer", UNRESPONSIVE)
                .means("They called once and never answered two texts.")
                .leaves(outcome("No answer"))
                .next("Front desk phones once within the week"),
            exit("declined", DECLINED)
                .means("They told us that they do not want anything.")
                .leaves(stage(SALES, LOST), deal(SALES, DealStatus.LOST), outcome("Declined"))
                .next("Nothing, until they come back to us"),
            exit("opted-out", DECLINED)
                .means("They do not want to be texted.")
                .leaves(outcome("Opted out"))
                .notifies(owner())
                .next("Front desk decides whether to phone"),
            exit("unreachable", FAILED)
                .means("No text of ours gets through to this number.")
                .leaves(outcome("Unreachable"))
                .notifies(owner())
                .next("Front desk checks the number and phones"))
        .build();
  }
}
