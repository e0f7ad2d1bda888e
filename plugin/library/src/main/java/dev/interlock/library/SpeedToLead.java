package dev.interlock.library;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.contactCreated;
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
import static dev.interlock.contract.dsl.Steps.completeTasks;
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
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.contract.model.Channel.SMS;
import static dev.interlock.library.DentalPractice.BOOKED;
import static dev.interlock.library.DentalPractice.CONTACTED;
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

/// Whoever asks for us on a web page hears from us while the page is still open.
public final class SpeedToLead implements WorkflowContract {
  private static final String PHONE_THEM = "Phone {{contact.name}}, a new enquiry";
  private static final String ANSWER_THEM = "Answer {{contact.name}}";

  @Override
  public Contract contract() {
    return workflow("speed-to-lead")
        .title("Speed to lead")
        .owner(FRONT_DESK)
        .purpose("Every new enquiry hears from us within a minute, and from a person within a day.")
        .startsWhen(contactCreated(), milestone("Somebody new asked for us, by a form or an ad"))
        .admits(
            refuse(contact().field("Source").isEmpty(), "without a source it is no enquiry")
                .atEntryOnly("Where they came from is told once, when they come"),
            require(contact().hasPhone(), "there must be a number to text"),
            require(stage(SALES).isAtOrBefore(NEW_LEAD), "further on, people talk to them already"),
            refuse(appointment().isUpcoming(), "the reminders look after those who have a date"),
            refuse(contact().optedOutOf(SMS), "they asked not to be texted").whenUnknown(ADMIT))
        .lane(LEAD_FOLLOW_UP, whenOccupied(REFUSE).orElse("Whoever talks to them goes on"))
        .reentry(never())
        .throughout(
            whenever(HAS_A_DATE)
                .because("Nobody phones those who have just booked")
                .then(
                    completeTasks().named("no-call-needed").why("The date is made"),
                    exit("booked")),
            whenever(either(optedOut(SMS), SAID_STOP)).thenExit("opted-out"),
            whenever(SAID_NO).thenExit("declined"),
            whenever(replied())
                .because("They answered while a text was waiting for the morning")
                .thenExit("with-front-desk"),
            whenever(STAFF_STEPPED_IN).thenExit("taken-over"),
            whenever(either(contactDeleted(), contactMerged())).thenExit("withdrawn"))
        .path(
            moveTo(SALES, NEW_LEAD).why("The enquiry is on the board even if no text gets through"),
            sms(
                    "hello",
                    "Hi {{contact.firstName}}, thank you for asking {{location.name}}! When would"
                        + " a consultation suit you? Answer here or pick a time:"
                        + " {{setting.bookingLink}}")
                .why("Interest cools within minutes")
                .purpose("first-answer")
                .evenInQuietHours("They have asked a minute ago and still sit at the page")
                .onFailure(retry(3), thenExit("unreachable")),
            await("first-reply")
                .when(SAID_STOP)
                .thenExit("opted-out")
                .when(SAID_NO)
                .thenExit("declined")
                .when(replied())
                .thenGoOn()
                .silentFor(hours(4))
                .then(
                    task(PHONE_THEM, dueIn(hours(20)))
                        .named("phone-them")
                        .why("Some people talk rather than text"),
                    await("reply-or-call")
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
                                    "Hi {{contact.firstName}}, are you still thinking about a"
                                        + " consultation? Here are our free times:"
                                        + " {{setting.bookingLink}}")
                                .why("Many people miss a first text; nobody likes a third one")
                                .purpose("second-try")
                                .onFailure(retry(3), thenExit("unreachable")),
                            await("last-reply")
                                .when(SAID_STOP)
                                .thenExit("opted-out")
                                .when(SAID_NO)
                                .thenExit("declined")
                                .when(replied())
                                .thenGoOn()
                                .silentFor(days(2))
                                .thenExit("no-answer")
                                .why("Two days are enough for anybody who wants to answer"))
                        .why("The front desk has a day to phone before we write again"))
                .why("Most people who answer at all do so within hours"),
            completeTasks().named("call-is-settled").why("They answered before anybody phoned"),
            moveTo(SALES, ENGAGED).why("The board shows that they talk to us"),
            task(ANSWER_THEM, dueIn(hours(1)))
                .named("answer-them")
                .why("A question that waits is a patient lost"),
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
                .keepsTasks(ANSWER_THEM)
                .ticksOffTasks(PHONE_THEM)
                .notifies(owner())
                .next("Front desk answers within the hour"),
            exit("taken-over", HANDOVER)
                .means("A colleague stepped in before the workflow was done.")
                .leaves(outcome("Taken over"))
                .ticksOffTasks(PHONE_THEM, ANSWER_THEM)
                .next("Whoever stepped in carries on"),
            exit("no-answer", UNRESPONSIVE)
                .means("They asked once and answered neither texts nor our call.")
                .leaves(stage(SALES, CONTACTED), outcome("No answer"))
                .keepsTasks(PHONE_THEM)
                .next("Front desk phones once more within the week"),
            exit("declined", DECLINED)
                .means("They told us that they do not want anything.")
                .leaves(stage(SALES, LOST), deal(SALES, DealStatus.LOST), outcome("Declined"))
                .ticksOffTasks(PHONE_THEM, ANSWER_THEM)
                .next("Nothing, until they come back to us"),
            exit("opted-out", DECLINED)
                .means("They do not want to be texted.")
                .leaves(outcome("Opted out"))
                .ticksOffTasks(PHONE_THEM)
                .keepsTasks(ANSWER_THEM)
                .notifies(owner())
                .next("Front desk decides whether to phone"),
            exit("unreachable", FAILED)
                .means("No text of ours gets through to this number.")
                .leaves(stage(SALES, NEW_LEAD), outcome("Unreachable"))
                .keepsTasks(PHONE_THEM)
                .notifies(owner())
                .next("Front desk checks the number and phones"))
        .build();
  }
}
