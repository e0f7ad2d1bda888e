package dev.interlock.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.model.StageRef;
import dev.interlock.testkit.Person;
import dev.interlock.testkit.Rehearsal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What becomes of the people who call, ask, book and stay away.
final class RehearsalTest {
  private static final Duration LONG = Duration.ofDays(20);

  @RegisterExtension
  final Rehearsal play =
      Rehearsal.of(
          new DentalPractice(),
          new MissedCallTextBack(),
          new SpeedToLead(),
          new AppointmentReminder());

  private final Person ana = play.person("Ana");

  @AfterEach
  void everyRunIsOverAndEveryExitTrue() {
    play.passes(LONG);
    assertThat(ana.isUnderWay()).isFalse();
    assertThat(ana.unverified()).isEmpty();
  }

  private Person lead() {
    ana.with("Source", "Website").appears();
    return ana;
  }

  @Test
  void aCallerWhoStaysSilentIsNudgedOnceAndThenLeftToTheDesk() {
    ana.callsAndIsMissed();
    play.passes(LONG);
    assertThat(ana.steps()).hasSizeBetween(1, 2);
    assertThat(ana.endings()).containsExactly("missed-call-text-back: no-answer");
  }

  @Test
  void aCallerWhoRepliesGoesToTheDesk() {
    ana.callsAndIsMissed();
    play.passes(Duration.ofMinutes(20));
    ana.replies("Yes please, call me after five");
    assertThat(ana.endings()).containsExactly("missed-call-text-back: with-front-desk");
    assertThat(ana.steps()).hasSize(1);
    assertThat(ana.tasks()).hasSize(1);
  }

  @Test
  void aLeadWhoBooksIsRemindedTwiceAndMarkedAsShown() {
    lead();
    play.passes(Duration.ofMinutes(30));
    Appointment date = ana.books(Duration.ofDays(3));
    play.passes(Duration.ofDays(3).plusHours(1));
    ana.shows(date);
    assertThat(ana.steps())
        .containsExactly("hello", "confirmation", "remind-day-before#1", "remind-same-day#1");
    assertThat(ana.endings())
        .containsExactly("speed-to-lead: booked", "appointment-reminders: showed");
    assertThat(ana.place(DentalPractice.SALES))
        .hasValue(new StageRef(DentalPractice.SALES, DentalPractice.SHOWED));
  }

  @Test
  void aLeadWhoBooksWhileBeingTextedIsNotAskedAgain() {
    lead();
    ana.books(Duration.ofDays(2));
    play.passes(Duration.ofDays(1));
    assertThat(ana.steps()).doesNotContain("nudge");
    assertThat(ana.endings()).containsExactly("speed-to-lead: booked");
  }

  @Test
  void whoDoesNotShowAndBooksAgainIsRemindedOfTheNewDate() {
    Appointment missed = ana.books(Duration.ofDays(2));
    play.passes(Duration.ofDays(2).plusHours(1));
    ana.failsToShow(missed);
    play.passes(Duration.ofHours(3));
    Appointment kept = ana.books(Duration.ofDays(3));
    play.passes(Duration.ofDays(3).plusHours(1));
    ana.shows(kept);
    assertThat(ana.steps()).contains("offer-new-date#1");
    assertThat(ana.endings())
        .containsExactly("appointment-reminders: booked-again", "appointment-reminders: showed");
  }

  @Test
  void whoDoesNotShowAndStaysSilentIsLeftToTheDesk() {
    Appointment missed = ana.books(Duration.ofDays(2));
    play.passes(Duration.ofDays(2).plusHours(1));
    ana.failsToShow(missed);
    play.passes(LONG);
    assertThat(ana.endings()).containsExactly("appointment-reminders: no-show");
  }

  @Test
  void aMissedDateThatIsMovedIsRemindedByAPerson() {
    Appointment missed = ana.books(Duration.ofDays(2));
    play.passes(Duration.ofDays(2).plusHours(1));
    ana.failsToShow(missed);
    play.passes(Duration.ofHours(3));
    ana.reschedules(missed, Duration.ofDays(3));
    assertThat(ana.endings()).containsExactly("appointment-reminders: with-front-desk");
    assertThat(ana.tasks()).hasSize(1);
  }

  @Test
  void whoCancelsGoesBackToTheDesk() {
    Appointment date = ana.books(Duration.ofDays(2));
    play.passes(Duration.ofHours(2));
    ana.cancels(date);
    play.passes(LONG);
    assertThat(ana.steps()).containsExactly("confirmation");
    assertThat(ana.endings()).containsExactly("appointment-reminders: cancelled");
  }

  @Test
  void remindersMoveAlongWithTheAppointment() {
    Appointment date = ana.books(Duration.ofDays(2));
    play.passes(Duration.ofHours(2));
    ana.reschedules(date, Duration.ofDays(6));
    play.passes(Duration.ofDays(4));
    assertThat(ana.steps()).containsExactly("confirmation");
    play.passes(Duration.ofDays(2));
    assertThat(ana.steps())
        .containsExactly("confirmation", "remind-day-before#1", "remind-same-day#1");
    ana.shows(date);
  }

  @Test
  void aDateThatIsMovedAfterItsLastReminderIsRemindedOfAgain() {
    Appointment date = ana.books(Duration.ofDays(2));
    play.passes(Duration.ofDays(2).minusHours(1));
    assertThat(ana.steps())
        .containsExactly("confirmation", "remind-day-before#1", "remind-same-day#1");
    ana.reschedules(date, Duration.ofDays(6));
    play.passes(Duration.ofDays(6));
    assertThat(ana.steps())
        .containsExactly(
            "confirmation",
            "remind-day-before#1",
            "remind-same-day#1",
            "remind-day-before#2",
            "remind-same-day#2");
    ana.shows(date);
    assertThat(ana.endings()).containsExactly("appointment-reminders: showed");
  }

  @Test
  void whoMovesADateToTheNextHourIsNotRemindedOfWhatTheyHaveJustAgreed() {
    Appointment date = ana.books(Duration.ofDays(2));
    play.passes(Duration.ofHours(30));
    ana.reschedules(date, Duration.ofHours(1));
    play.passes(Duration.ofHours(2));
    assertThat(ana.steps()).doesNotContain("remind-same-day#1", "remind-same-day#2");
    assertThat(ana.isUnderWay()).isTrue();
  }

  @Test
  void aDateThatKeepsMovingIsLeftToAPerson() {
    Appointment date = ana.books(Duration.ofDays(2));
    for (int i = 0; i < 2; i++) {
      play.passes(Duration.ofDays(2).minusHours(1));
      ana.reschedules(date, Duration.ofDays(2));
    }
    assertThat(ana.endings()).containsExactly("appointment-reminders: with-front-desk");
    assertThat(ana.tasks()).anyMatch(task -> task.contains("keeps moving"));
  }

  @Test
  void whoSaysStopIsNeverWrittenToAgain() {
    ana.callsAndIsMissed();
    play.passes(Duration.ofMinutes(5));
    ana.repliesStop();
    play.passes(LONG);
    ana.callsAndIsMissed();
    assertThat(ana.steps()).hasSize(1);
    assertThat(ana.endings()).containsExactly("missed-call-text-back: opted-out");
    assertThat(ana.refusals()).anyMatch(why -> why.contains("asked not to be texted"));
  }

  @Test
  void whoSaysNoIsLeftAlone() {
    lead();
    play.passes(Duration.ofMinutes(5));
    ana.replies("No thanks");
    play.passes(LONG);
    assertThat(ana.endings()).containsExactly("speed-to-lead: declined");
    assertThat(ana.steps()).hasSize(1);
  }

  @Test
  void aWrongNumberIsNoticedAndTheDeskIsTold() {
    lead();
    play.passes(Duration.ofMinutes(1));
    ana.lastMessageFails("unknown subscriber");
    assertThat(ana.endings()).containsExactly("speed-to-lead: unreachable");
  }

  @Test
  void whenAColleagueStepsInTheWorkflowStepsBack() {
    lead();
    play.passes(Duration.ofMinutes(30));
    ana.staffMoves(new StageRef(DentalPractice.SALES, DentalPractice.ENGAGED));
    play.passes(LONG);
    assertThat(ana.endings()).containsExactly("speed-to-lead: taken-over");
    assertThat(ana.steps()).containsExactly("hello");
  }

  @Test
  void aLeadWhoAlsoCallsIsNotTextedByTwoWorkflows() {
    lead();
    play.passes(Duration.ofMinutes(5));
    ana.callsAndIsMissed();
    assertThat(ana.steps()).containsExactly("hello");
    assertThat(ana.refusals()).anyMatch(why -> why.contains("held by speed-to-lead"));
  }

  @Test
  void aCallAtNightIsAnsweredAtAnHourThatSuits() {
    play.passes(Duration.ofHours(13));
    ana.callsAndIsMissed();
    int atNight = ana.steps().size();
    play.passes(Duration.ofHours(10));
    assertThat(ana.steps()).hasSizeGreaterThanOrEqualTo(Math.max(1, atNight));
  }
}
