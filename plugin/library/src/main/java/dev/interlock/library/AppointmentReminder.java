package dev.interlock.library;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.cancelled;
import static dev.interlock.contract.dsl.Events.contactDeleted;
import static dev.interlock.contract.dsl.Events.contactMerged;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.enters;
import static dev.interlock.contract.dsl.Events.noShow;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.rescheduled;
import static dev.interlock.contract.dsl.Events.showed;
import static dev.interlock.contract.dsl.Exits.DECLINED;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.deal;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Steps.at;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.dueIn;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.repeat;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.skip;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Times.after;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.before;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.minutes;
import static dev.interlock.contract.dsl.Workflows.ADMIT;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.contract.model.Channel.SMS;
import static dev.interlock.contract.model.RunKey.APPOINTMENT;
import static dev.interlock.library.DentalPractice.BOOKED;
import static dev.interlock.library.DentalPractice.CONSULTATION_BOOKED;
import static dev.interlock.library.DentalPractice.DEAL_CLOSED;
import static dev.interlock.library.DentalPractice.ENGAGED;
import static dev.interlock.library.DentalPractice.FRONT_DESK;
import static dev.interlock.library.DentalPractice.LEAD_FOLLOW_UP;
import static dev.interlock.library.DentalPractice.LOST;
import static dev.interlock.library.DentalPractice.NO_SHOW;
import static dev.interlock.library.DentalPractice.SAID_NO;
import static dev.interlock.library.DentalPractice.SAID_STOP;
import static dev.interlock.library.DentalPractice.SALES;
import static dev.interlock.library.DentalPractice.SHOWED;
import static dev.interlock.library.DentalPractice.outcome;

import dev.interlock.contract.WorkflowContract;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.DealStatus;

/// Whoever has a date is reminded of it, and whoever misses it is offered another one.
public final class AppointmentReminder implements WorkflowContract {
  @Override
  public Contract contract() {
    return workflow("appointment-reminders")
        .title("Appointment reminders and no-show recovery")
        .owner(FRONT_DESK)
        .purpose("Every consultation is either kept, moved or offered again; none is forgotten.")
        .startsWhen(CONSULTATION_BOOKED, milestone("A consultation is in the diary"))
        .admits(
            require(contact().hasPhone(), "there must be a number to text"),
            require(appointment().isUpcoming(), "there must be a date ahead to remind them of")
                .atEntryOnly("After the date we still look after those who missed it"),
            require(stage(SALES).isBefore(SHOWED), "patients of ours are reminded by their dentist")
                .atEntryOnly("The date stands, whatever becomes of the card"),
            refuse(contact().optedOutOf(SMS), "they asked not to be texted").whenUnknown(ADMIT))
        .lane(LEAD_FOLLOW_UP, whenOccupied(inTurn(days(7))).orElse("Front desk reminds them"))
        .reentry(never())
        .keyedBy(APPOINTMENT)
        .throughout(
            whenever(either(showed(), enters(SALES, SHOWED))).thenExit("showed"),
            whenever(cancelled()).thenExit("cancelled"),
            whenever(either(optedOut(SMS), SAID_STOP)).thenExit("opted-out"),
            whenever(CONSULTATION_BOOKED)
                .given(stage(SALES).is(NO_SHOW))
                .because("They booked while our offer was waiting for the morning")
                .thenExit("booked-again"),
            whenever(DEAL_CLOSED).thenExit("with-front-desk"),
            whenever(either(contactDeleted(), contactMerged())).thenExit("withdrawn"))
        .ignores(
            rescheduled(),
            "The reminders move along with the appointment. Who moves it to within two hours has"
                + " just agreed on the hour and needs no reminder.")
        .ignores(replied(), "The front desk reads the answers to reminders in the CRM.")
        .ignores(
            CONSULTATION_BOOKED,
            "A further date has a run of its own, which waits in turn; only the answer to our offer"
                + " of a new date ends this one.")
        .path(
            moveTo(SALES, BOOKED).why("The board shows who is coming"),
            sms(
                    "confirmation",
                    "You are booked, {{contact.firstName}}: {{appointment.day}},"
                        + " {{appointment.date}} at {{appointment.time}}, {{location.name}}. To"
                        + " change it, call {{location.phone}}.")
                .why("A date in writing is a date in the diary")
                .purpose("confirmation")
                .evenInQuietHours("They have booked a moment ago")
                .expiresAfter(hours(1))
                .onFailure(retry(3), thenExit("unreachable"))
                .onBlocked(goOn()),
            repeat(
                    "date",
                    2,
                    at("day-before", before(appointment(), hours(24)))
                        .ifPast(skip())
                        .ifGone(thenExit("cancelled"))
                        .then(
                            sms(
                                    "remind-day-before",
                                    "See you on {{appointment.day}} at {{appointment.time}},"
                                        + " {{contact.firstName}}! If that no longer suits you, call"
                                        + " {{location.phone}}.")
                                .why("A day is enough to give the hour to somebody else")
                                .purpose("day-before")
                                .expiresAfter(hours(12))
                                .onFailure(retry(3), thenExit("unreachable"))
                                .onBlocked(goOn()))
                        .why("Most no-shows have simply forgotten"),
                    at("two-hours-before", before(appointment(), hours(2)))
                        .ifPast(skip())
                        .ifGone(thenExit("cancelled"))
                        .then(
                            sms(
                                    "remind-same-day",
                                    "Your consultation at {{location.name}} is today, {{appointment.date}},"
                                        + " at {{appointment.time}}. We look forward to seeing you!")
                                .why("The last chance to set out in time")
                                .purpose("same-day")
                                // who comes at nine is reminded when the night's rest is over at
                                // eight, a whole hour late: that must not hang on seconds
                                .expiresAfter(minutes(90))
                                .onFailure(retry(3), thenExit("unreachable"))
                                .onBlocked(goOn()))
                        .why("They plan their day around it"),
                    await("outcome")
                        .when(rescheduled())
                        .thenGoOn()
                        .when(noShow())
                        .then(
                            moveTo(SALES, NO_SHOW).why("The board shows whom we missed"),
                            sms(
                                    "offer-new-date",
                                    "Sorry we missed you on {{appointment.day}}, {{contact.firstName}}."
                                        + " Shall we find a new time? Answer here or book:"
                                        + " {{setting.bookingLink}}")
                                .why("Something came up; most of them still want to come")
                                .purpose("new-date")
                                .onFailure(retry(3), thenExit("unreachable")),
                            await("new-date")
                                .when(CONSULTATION_BOOKED)
                                .thenExit("booked-again")
                                .when(rescheduled())
                                .then(
                                    task(
                                            "Remind {{contact.name}} of the moved date",
                                            dueIn(hours(4)))
                                        .named("remind-by-phone")
                                        .why(
                                            "A date that was missed and moved is reminded by a person"),
                                    exit("with-front-desk"))
                                .when(SAID_STOP)
                                .thenExit("opted-out")
                                .when(SAID_NO)
                                .thenExit("declined")
                                .when(replied())
                                .then(
                                    task("Find a new date for {{contact.name}}", dueIn(hours(2)))
                                        .named("find-new-date")
                                        .why("They want to come; only the date is missing"),
                                    exit("with-front-desk"))
                                .silentFor(days(2))
                                .thenExit("no-show")
                                .why("Two days are enough for anybody who wants a new date"))
                        .silentUntil(after(appointment(), hours(24)))
                        .then(
                            task("Did {{contact.name}} come? Mark the appointment", dueIn(hours(4)))
                                .named("mark-appointment")
                                .why("An appointment that nobody marks helps nobody decide"),
                            exit("with-front-desk"))
                        .why("The front desk marks who came and who did not"))
                .why("A date that is moved after its last reminder is reminded of anew"),
            task("Remind {{contact.name}} of a date that keeps moving", dueIn(hours(4)))
                .named("remind-of-moving-date")
                .why("Who moves a date at the last moment twice is better asked by a person"),
            exit("with-front-desk"))
        .exits(
            exit("showed", SUCCESS)
                .means("They came to their consultation.")
                .leaves(stage(SALES, SHOWED), outcome("Came"))
                .next("Treatment desk sends the treatment plan"),
            exit("booked-again", SUCCESS)
                .means("They missed a date and have a new one.")
                .leaves(stage(SALES, BOOKED), outcome("Booked again"))
                .next("appointment-reminders, for the new date"),
            exit("with-front-desk", HANDOVER)
                .means("People carry on: there is a question to answer or a card to settle.")
                .leaves(outcome("With front desk"))
                .next("Front desk does the open task"),
            exit("cancelled", DECLINED)
                .means("They cancelled their date.")
                .leaves(stage(SALES, ENGAGED), outcome("Cancelled"))
                .notifies(owner())
                .next("Front desk offers another date"),
            exit("no-show", UNRESPONSIVE)
                .means("They missed their date and did not answer our offer of another one.")
                .leaves(stage(SALES, NO_SHOW), outcome("No-show"))
                .notifies(owner())
                .next("Front desk phones once, then closes the deal"),
            exit("declined", DECLINED)
                .means("They do not want to come any more.")
                .leaves(stage(SALES, LOST), deal(SALES, DealStatus.LOST), outcome("Declined"))
                .next("Nothing, until they come back to us"),
            exit("opted-out", DECLINED)
                .means("They do not want to be texted; their date may still stand.")
                .leaves(outcome("Opted out"))
                .notifies(owner())
                .next("Front desk reminds them by phone"),
            exit("unreachable", FAILED)
                .means("No text of ours gets through to this number.")
                .leaves(outcome("Unreachable"))
                .notifies(owner())
                .next("Front desk checks the number and phones"))
        .build();
  }
}
