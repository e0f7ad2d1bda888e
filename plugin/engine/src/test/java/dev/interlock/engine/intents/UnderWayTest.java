package dev.interlock.engine.intents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.intents.UnderWay.Admission;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnderWayTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

  private final UnderWay underWay = new UnderWay(2, new Allowance(3, 1));

  private static CommandId command(int number) {
    return new CommandId(new RunId("r1"), number);
  }

  @Test
  void nobodyGoesAtOnceBeforeSomebodyHasSeenThatThereIsNoLine() {
    assertThat(underWay.takeAtOnce(command(1), NOON)).isFalse();

    underWay.lineIs(false);

    assertThat(underWay.takeAtOnce(command(1), NOON)).isTrue();
  }

  @Test
  void whoFindsNoRoomStandsInLineAndTheOthersBehind() {
    underWay.lineIs(false);
    underWay.takeAtOnce(command(1), NOON);
    underWay.takeAtOnce(command(2), NOON);

    assertThat(underWay.takeAtOnce(command(3), NOON)).isFalse();
    underWay.ended(command(1));

    assertThat(underWay.takeAtOnce(command(4), NOON)).isFalse();
    assertThat(underWay.hasLine()).isTrue();
    assertThat(underWay.take(command(3), NOON)).isEqualTo(new Admission.Taken());
    assertThat(underWay.take(command(3), NOON)).isEqualTo(new Admission.TakenBefore());
    assertThat(underWay.take(command(4), NOON)).isEqualTo(new Admission.NoRoom());
  }

  @Test
  void whereOnlyRoomIsShortThoseWhoComeMayUseWhatIsNotKeptForTheLine() {
    var roomy = new UnderWay(8, new Allowance(100, 1));
    roomy.lineIs(true);

    for (int i = 0; i < 6; i++) {
      assertThat(roomy.takeAtOnce(command(i), NOON)).isTrue();
    }
    assertThat(roomy.takeAtOnce(command(6), NOON)).isFalse();
    assertThat(roomy.take(command(7), NOON)).isEqualTo(new Admission.Taken());
  }

  @Test
  void whatDidNotBeginAfterAllUsesUpNothing() {
    underWay.lineIs(false);
    for (int i = 0; i < 10; i++) {
      assertThat(underWay.takeAtOnce(command(1), NOON)).isTrue();
      underWay.undo(command(1));
    }
  }

  @Test
  void theCrmsLimitHoldsForThoseWhoGoAtOnce() {
    underWay.lineIs(false);
    for (int i = 0; i < 3; i++) {
      assertThat(underWay.takeAtOnce(command(i), NOON)).isTrue();
      underWay.ended(command(i));
    }

    assertThat(underWay.takeAtOnce(command(4), NOON)).isFalse();
    assertThat(underWay.take(command(4), NOON))
        .isEqualTo(new Admission.NotBefore(NOON.plusSeconds(1)));
  }
}
