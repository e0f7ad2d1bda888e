package dev.interlock.contract.model;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.interlock.contract.model.Comparison.Relation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpansAndNumbersTest {
  private static final LocalTime NINE = LocalTime.of(9, 0);

  @Test
  void aWindowRunsOverMidnightWhenItsEndIsNotAfterItsBeginning() {
    assertThat(Window.daily(LocalTime.of(21, 0), LocalTime.of(8, 0)).overMidnight()).isTrue();
    assertThat(Window.daily(NINE, LocalTime.of(17, 0)).overMidnight()).isFalse();
    assertThat(Window.daily(NINE, LocalTime.MIDNIGHT).overMidnight()).isTrue();
    assertThat(Window.daily(NINE, LocalTime.of(17, 0)).days()).hasSize(7);
  }

  @Test
  void spansAreCutToWholeSeconds() {
    assertThat(new Pause.For(Duration.ofMillis(1900)).span()).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({
    "BELOW, true, false, false",
    "AT_MOST, true, true, false",
    "AT_LEAST, false, true, true",
    "ABOVE, false, false, true"
  })
  void comparisonsHoldBelowAtAndAboveTheirNumber(
      Relation relation, boolean below, boolean at, boolean above) {
    Comparison comparison = new Comparison(relation, new BigDecimal("50.00"));

    assertThat(comparison.holds(new BigDecimal("49.99"))).isEqualTo(below);
    assertThat(comparison.holds(new BigDecimal("5E+1"))).isEqualTo(at);
    assertThat(comparison.holds(new BigDecimal("51"))).isEqualTo(above);
  }

  @Test
  void numbersAreEqualHoweverTheyWereWritten() {
    assertThat(new Comparison(Relation.ABOVE, new BigDecimal("50.00")))
        .isEqualTo(new Comparison(Relation.ABOVE, BigDecimal.valueOf(50)));
    assertThat(new Comparison(Relation.ABOVE, new BigDecimal("0.000")))
        .isEqualTo(new Comparison(Relation.ABOVE, BigDecimal.ZERO));
  }

  static List<ThrowingCallable> senseless() {
    return List.of(
        () -> new Pause.For(Duration.ZERO),
        () -> new Pause.For(Duration.ofMillis(999)),
        () -> new Deadline.After(Duration.ofHours(-1)),
        () -> new Reentry.After(Duration.ZERO),
        () -> new LaneClaim.WhenOccupied.Queue(Duration.ZERO),
        () -> new Window(Set.of(), NINE, LocalTime.NOON),
        () -> new Window(Set.of(MONDAY), NINE, NINE),
        () -> new Recurrence.Weekly(Set.of(), NINE),
        () -> new Recurrence.Monthly(0, NINE),
        () -> new Recurrence.Monthly(32, NINE),
        () -> new Step.Share(0, Path.nothing(), Position.unknown()),
        () -> new Step.Share(101, Path.nothing(), Position.unknown()),
        () -> new Step.Repeat(new StepName("again"), 51, Path.nothing(), "", Position.unknown()),
        () -> OnFailure.always(21, new Consequence.GoOn()),
        () -> OnFailure.always(-1, new Consequence.GoOn()),
        () -> new SendLimit(Channel.SMS, 0, Duration.ofDays(1), Duration.ZERO, Position.unknown()),
        () ->
            new SendLimit(
                Channel.SMS, 1, Duration.ofDays(1), Duration.ofSeconds(-1), Position.unknown()),
        () -> new EventPattern.Either(List.of()),
        () -> new Saying.AnyOf(Set.of()),
        () -> new Message.Sms("  "),
        () -> new Message.Email("Subject", ""));
  }

  @ParameterizedTest
  @MethodSource("senseless")
  void whatCanMeanNothingIsRefused(ThrowingCallable made) {
    assertThatExceptionOfType(ContractException.class).isThrownBy(made);
  }
}
