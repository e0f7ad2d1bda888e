package dev.interlock.verifier.timing;

import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Times.between;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.daily;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.dsl.OperationWords;
import dev.interlock.contract.model.Operation.UnknownZone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class HeldTest {
  private static final OperationWords NIGHTS =
      business("Shop").quiet(daily(clock(20, 0), clock(8, 0)));

  private static Duration quiet(OperationWords operation) {
    return Held.quiet(operation.build().hours());
  }

  @Test
  void aNightIsTheLongestQuietTime() {
    assertThat(quiet(NIGHTS)).isEqualTo(hours(12));
  }

  @Test
  void nothingIsQuietWhereNothingIsSaidToBe() {
    assertThat(quiet(business("Shop").quiet())).isZero();
  }

  @Test
  void windowsThatMeetAreOneQuietTime() {
    OperationWords weekends =
        business("Shop")
            .quiet(
                weekdays(clock(18, 0), clock(8, 0)),
                between(clock(8, 0), clock(7, 0), DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    // from Friday 18:00 to Sunday 7:00
    assertThat(quiet(weekends)).isEqualTo(hours(37));
  }

  @Test
  void holidaysBelongToTheNightsAroundThem() {
    assertThat(quiet(NIGHTS.holidays(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26))))
        .isEqualTo(hours(4 + 48 + 8));
  }

  @Test
  void aContactWhoMayBeAnywhereHasLongerNights() {
    assertThat(quiet(NIGHTS.unknownZone(UnknownZone.HOLD_UNTIL_SAFE_EVERYWHERE)))
        .isEqualTo(hours(12 + 6));
  }
}
