package dev.interlock.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each thing said is found again at the line on which its author said it.
class PositionTest {
  private static final Contract CONTRACT = new MissedCallTextBack().contract();
  private static final List<String> SOURCE = source();

  @Test
  void isWhereTheWordWasSaid() {
    assertSaid(CONTRACT.position(), "return workflow(\"missed-call-text-back\")");
    assertSaid(CONTRACT.trigger().position(), ".startsWhen(");
    assertSaid(CONTRACT.admits().get(2).position(), "refuse(contact().optedOutOf(SMS)");
  }

  @Test
  void ofAStepIsItsOwnLineAndNotThatOfItsPath() {
    Step.Await await = (Step.Await) CONTRACT.path().steps().get(1);
    Step.Act task = (Step.Act) await.arms().get(2).path().steps().get(1);

    assertSaid(CONTRACT.path().steps().getFirst().position(), "sms(");
    assertSaid(await.position(), "await(\"first answer\")");
    assertSaid(task.position(), "task(\"Call back\"");
  }

  @Test
  void ofAnArmIsThatOfItsEventAndOfSilenceItsOwn() {
    Step.Await await = (Step.Await) CONTRACT.path().steps().get(1);

    assertSaid(await.arms().getFirst().position(), ".when(booked())");
    assertSaid(await.arms().get(1).position(), ".when(replied().saying(optOut()))");
    assertSaid(await.silence().position(), ".silentFor(hours(24))");
    assertSaid(await.arms().getFirst().path().steps().getFirst().position(), ".thenExit(");
  }

  @Test
  void ofAnExitIsItsOwnAndOfAStandardExitUnknown() {
    Exit standard = CONTRACT.allExits().getLast();

    assertSaid(CONTRACT.exits().get(3).position(), "exit(\"no-answer\", UNRESPONSIVE)");
    assertThat(standard.position()).hasToString("(position unknown)");
  }

  @Test
  void ofTheUsualConsequenceOfFailureIsThatOfTheStep() {
    Step.Await await = (Step.Await) CONTRACT.path().steps().get(1);
    Step.Act move = (Step.Act) await.arms().get(2).path().steps().getFirst();

    assertThat(move.onFailure()).isEqualTo(OnFailure.usual(Position.unknown()));
    assertSaid(move.position(), "moveTo(");
  }

  @Test
  void tellsFileAndLine() {
    assertThat(Position.at("Some.java", 12)).hasToString("Some.java:12");
    assertThat(CONTRACT.position().file()).isEqualTo("MissedCallTextBack.java");
    assertThat(here().toString()).startsWith("PositionTest.java:");
  }

  @Test
  void isNoPartOfAnyMeaning() {
    assertThat(Position.at("Some.java", 12))
        .isEqualTo(Position.unknown())
        .hasSameHashCodeAs(Position.unknown())
        .isNotEqualTo("Some.java:12");
  }

  private static Position here() {
    return Position.ofCaller();
  }

  private static void assertSaid(Position position, String words) {
    assertThat(position.file()).isEqualTo("MissedCallTextBack.java");
    assertThat(SOURCE.get(position.line() - 1)).contains(words);
  }

  private static List<String> source() {
    try {
      return Files.readAllLines(
          Path.of("src/test/java/dev/interlock/sentences/MissedCallTextBack.java"));
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }
}
