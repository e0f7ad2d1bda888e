package dev.interlock.sentences;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.optOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.DECLINED;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.laneNamed;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.dueIn;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterDays;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.team;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.contract.model.Channel.SMS;

import dev.interlock.contract.WorkflowContract;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;

/// Every missed call is answered by text before the caller tries a competitor.
///
/// The example that the language was designed from, and the golden text's source.
public final class MissedCallTextBack implements WorkflowContract {
  static final PipelineName SALES = pipelineNamed("Sales");
  static final StageName ENGAGED = stageNamed("Engaged");
  static final StageName BOOKED = stageNamed("Booked");
  static final LaneName LEAD_FOLLOW_UP = laneNamed("Lead follow-up");

  @Override
  public Contract contract() {
    return workflow("missed-call-text-back")
        .title("Missed-call text-back")
        .owner("Front desk")
        .purpose("Nobody who calls us and gets no answer waits more than a minute for one.")
        .startsWhen(callMissed(), milestone("A prospect tried to reach us and nobody picked up"))
        .admits(
            require(contact().hasPhone(), "there must be a number to text"),
            require(stage(SALES).isBefore(BOOKED), "booked contacts belong to reminders"),
            refuse(contact().optedOutOf(SMS), "they asked not to be texted"))
        .lane(LEAD_FOLLOW_UP, whenOccupied(REFUSE))
        .reentry(afterDays(7))
        .path(
            sms(
                    "text-back",
                    "Hi {{contact.firstName}}, sorry we missed you. Shall we call back, or book"
                        + " here: {{setting.bookingLink}}")
                .why("The first business to answer usually wins the job")
                .onFailure(retry(3), thenExit("unreachable")),
            await("first answer")
                .when(booked())
                .thenExit("booked")
                .when(replied().saying(optOut()))
                .thenExit("declined")
                .when(replied())
                .then(
                    moveTo(SALES, ENGAGED),
                    task("Call back", dueIn(hours(1))),
                    exit("handed-to-desk"))
                .silentFor(hours(24))
                .then(
                    sms("nudge", "Still looking for a hand? Book here: {{setting.bookingLink}}"),
                    await("second answer")
                        .when(booked())
                        .thenExit("booked")
                        .when(replied())
                        .thenExit("handed-to-desk")
                        .silentFor(days(2))
                        .thenExit("no-answer")))
        .exits(
            exit("booked", SUCCESS)
                .leaves(stage(SALES, BOOKED), tag("booked"))
                .routesTo("appointment-reminders"),
            exit("handed-to-desk", HANDOVER)
                .leaves(stage(SALES, ENGAGED))
                .notifies(team("Front desk")),
            exit("declined", DECLINED).leaves(tag("do-not-text")),
            exit("no-answer", UNRESPONSIVE).leaves(tag("cold")).next("nurture-monthly"),
            exit("unreachable", FAILED).notifies(owner()))
        .build();
  }
}
