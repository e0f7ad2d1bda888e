package dev.interlock.library;

import static dev.interlock.contract.dsl.Events.anyOf;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.dealAbandoned;
import static dev.interlock.contract.dsl.Events.dealLost;
import static dev.interlock.contract.dsl.Events.dealWon;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.enters;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.optOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.rescheduled;
import static dev.interlock.contract.dsl.Events.staffActed;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Operations.atMost;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.laneNamed;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.daily;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.minutes;
import static dev.interlock.contract.dsl.Times.weekdays;

import dev.interlock.contract.BusinessOperation;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.SendTerms.Ask;
import dev.interlock.contract.model.StageName;

/// A dental practice that wins patients by consultations: what its contracts share.
public final class DentalPractice implements BusinessOperation {
  static final PipelineName SALES = pipelineNamed("Sales");
  static final StageName NEW_LEAD = stageNamed("New lead");
  static final StageName CONTACTED = stageNamed("Contacted");
  static final StageName ENGAGED = stageNamed("Engaged");
  static final StageName BOOKED = stageNamed("Booked");
  static final StageName NO_SHOW = stageNamed("No-show");
  static final StageName SHOWED = stageNamed("Showed");
  static final StageName WON = stageNamed("Won");
  static final StageName LOST = stageNamed("Lost");

  static final LaneName LEAD_FOLLOW_UP = laneNamed("lead-follow-up");
  static final String FRONT_DESK = "Front desk";
  static final String TREATMENT_DESK = "Treatment desk";

  /// A consultation came into the diary, by the link or by the phone.
  static final EventPattern CONSULTATION_BOOKED = booked().in("Consultation");

  /// There is a date for a consultation ahead: a new one, or one that was moved.
  static final EventPattern HAS_A_DATE =
      either(CONSULTATION_BOOKED, rescheduled().in("Consultation"));

  /// They do not want to be texted.
  static final EventPattern SAID_STOP = replied().saying(optOut());

  /// They do not want what we offer.
  static final EventPattern SAID_NO =
      replied().saying(anyOf("no thanks", "no thank you", "not interested", "wrong number"));

  /// A colleague took the lead into their own hands.
  static final EventPattern STAFF_STEPPED_IN =
      either(
          foreignHand(HandAct.MOVED_STAGE),
          staffActed(HandAct.MESSAGED, HandAct.CALLED),
          dealWon().in(SALES),
          dealLost().in(SALES),
          dealAbandoned().in(SALES));

  /// The deal was decided, whatever the diary says.
  static final EventPattern DEAL_CLOSED =
      either(
          dealWon().in(SALES),
          dealLost().in(SALES),
          dealAbandoned().in(SALES),
          enters(SALES, WON),
          enters(SALES, LOST));

  private static final String OUTCOME = "Follow-up outcome";

  /// Leaves in the CRM how the last follow-up ended, in one field that everybody can filter by.
  static Leaves outcome(String how) {
    return field(OUTCOME, how);
  }

  @Override
  public Operation operation() {
    return business("Riverside Dental")
        .pipeline(
            SALES,
            stage(NEW_LEAD)
                .ownedBy(FRONT_DESK)
                .dwellsAtMost(days(1))
                .staffDo("Check the number, then phone"),
            stage(CONTACTED)
                .ownedBy(FRONT_DESK)
                .dwellsAtMost(days(7))
                .staffDo("Phone once more, then close the deal"),
            stage(ENGAGED)
                .ownedBy(FRONT_DESK)
                .dwellsAtMost(days(2))
                .staffDo("Answer and offer a consultation"),
            stage(BOOKED)
                .ownedBy(FRONT_DESK)
                .dwellsAtMost(days(30))
                .mayReturnTo(ENGAGED)
                .staffDo("Prepare the consultation"),
            stage(NO_SHOW)
                .ownedBy(FRONT_DESK)
                .dwellsAtMost(days(7))
                .mayReturnTo(BOOKED, ENGAGED)
                .staffDo("Phone once with a new date, then close the deal"),
            stage(SHOWED)
                .ownedBy(TREATMENT_DESK)
                .dwellsAtMost(days(14))
                .staffDo("Send the treatment plan and ask for a decision"),
            stage(WON).asLast(),
            stage(LOST).asLast())
        .optionField(
            OUTCOME,
            "Booked",
            "Booked again",
            "With front desk",
            "Taken over",
            "Came",
            "Cancelled",
            "No-show",
            "No answer",
            "Declined",
            "Opted out",
            "Unreachable")
        .lane(LEAD_FOLLOW_UP, "Only one workflow at a time talks to a lead")
        .calendar("Consultation")
        .team(FRONT_DESK, "Ana Ruiz")
        .team(TREATMENT_DESK, "Ben Cole")
        .setting(
            "bookingLink",
            "The page on which patients book a consultation themselves",
            "https://book.example.com/riverside/consultation",
            Ask.BOOKING)
        .purpose("first-answer", "Answer somebody who has just reached out to us", days(2))
        .purpose("answer-to-a-call", "Answer a call that nobody picked up", hours(12))
        .purpose("second-try", "Ask once more when the first answer stayed unanswered", days(2))
        .purpose("confirmation", "Confirm the date that they have just booked", minutes(10))
        .purpose("day-before", "Remind them of tomorrow", hours(12))
        .purpose("same-day", "Remind them of today", hours(4))
        .purpose("new-date", "Offer a new date after one that was missed", hours(12))
        .limit(Channel.SMS, atMost(8).per(days(7)).apart(minutes(1)))
        .quiet(daily(clock(20, 0), clock(8, 0)))
        .open(weekdays(clock(8, 0), clock(18, 0)))
        .entriesPerDay("missed-call-text-back", 25)
        .entriesPerDay("speed-to-lead", 20)
        .entriesPerDay("appointment-reminders", 15)
        .sendsPerDay(Channel.SMS, 500)
        .build();
  }
}
