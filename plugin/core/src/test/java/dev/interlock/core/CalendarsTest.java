package dev.interlock.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Operation.Hours;
import dev.interlock.contract.model.Operation.UnknownZone;
import dev.interlock.contract.model.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Windows of the week on real calendars, clock changes included.
class CalendarsTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Window NIGHT = Window.daily(LocalTime.of(21, 0), LocalTime.of(8, 0));
  private static final Hours NIGHTS = hours(Set.of(), NIGHT);

  private static Hours hours(Set<LocalDate> holidays, Window... quiet) {
    return new Hours(List.of(quiet), List.of(), holidays, UnknownZone.LOCATION);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
  }

  @Test
  void aWindowOverMidnightHoldsOnBothSides() {
    assertThat(Calendars.isInside(NIGHT, at("2026-11-23T23:30").atZone(NEW_YORK))).isTrue();
    assertThat(Calendars.isInside(NIGHT, at("2026-11-24T07:59").atZone(NEW_YORK))).isTrue();
    assertThat(Calendars.isInside(NIGHT, at("2026-11-24T08:00").atZone(NEW_YORK))).isFalse();
    assertThat(Calendars.isInside(NIGHT, at("2026-11-24T20:59").atZone(NEW_YORK))).isFalse();
  }

  @Test
  void theMorningAfterClocksGoForwardIsAnHourEarlierInRealTime() {
    Instant saturdayNight = at("2026-03-07T22:00");
    assertThat(Calendars.nextAllowed(NIGHTS, saturdayNight, NEW_YORK))
        .isEqualTo(at("2026-03-08T08:00"))
        .isEqualTo(saturdayNight.plusSeconds(9 * 3600));
  }

  @Test
  void theMorningAfterClocksGoBackIsAnHourLaterInRealTime() {
    Instant saturdayNight = at("2026-10-31T22:00");
    assertThat(Calendars.nextAllowed(NIGHTS, saturdayNight, NEW_YORK))
        .isEqualTo(at("2026-11-01T08:00"))
        .isEqualTo(saturdayNight.plusSeconds(11 * 3600));
  }

  @Test
  void aWindowThatEndsInsideTheGapEndsRightAfterIt() {
    Hours hours = hours(Set.of(), Window.daily(LocalTime.of(1, 0), LocalTime.of(2, 30)));
    assertThat(Calendars.nextAllowed(hours, at("2026-03-08T01:30"), NEW_YORK))
        .isEqualTo(at("2026-03-08T03:30"));
  }

  @Test
  void aWindowThatEndsInTheHourThatOccursTwiceEndsAtItsFirstTime() {
    Hours hours = hours(Set.of(), Window.daily(LocalTime.of(0, 0), LocalTime.of(1, 30)));
    Instant allowed = Calendars.nextAllowed(hours, at("2026-11-01T00:30"), NEW_YORK);
    assertThat(allowed).isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
  }

  @Test
  void aHolidayHoldsAllDayAndTheNightBehindItToo() {
    Hours hours = hours(Set.of(LocalDate.of(2026, 11, 26)), NIGHT);
    assertThat(Calendars.nextAllowed(hours, at("2026-11-25T22:00"), NEW_YORK))
        .isEqualTo(at("2026-11-27T08:00"));
    assertThat(Calendars.nextAllowed(hours, at("2026-11-26T12:00"), NEW_YORK))
        .isEqualTo(at("2026-11-27T08:00"));
  }

  @Test
  void theNextOpeningSkipsTheWeekend() {
    Window desk =
        new Window(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0));
    assertThat(Calendars.nextInside(desk, at("2026-11-27T17:00"), NEW_YORK))
        .isEqualTo(at("2026-11-30T09:00"));
    assertThat(Calendars.nextInside(desk, at("2026-11-27T16:59"), NEW_YORK))
        .isEqualTo(at("2026-11-27T16:59"));
  }

  @Test
  void hoursThatNeverEndDoNotHangTheDecision() {
    Hours never =
        hours(
            Set.of(),
            Window.daily(LocalTime.of(0, 0), LocalTime.of(12, 0)),
            Window.daily(LocalTime.of(12, 0), LocalTime.of(0, 0)));
    assertThat(Calendars.nextAllowed(never, at("2026-11-27T16:59"), NEW_YORK))
        .isAfter(at("2027-01-01T00:00"));
  }
}
