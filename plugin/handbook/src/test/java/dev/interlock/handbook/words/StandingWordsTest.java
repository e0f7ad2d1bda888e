package dev.interlock.handbook.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Exits;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.handbook.Drawings;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Wherever a run can stand, it is said where that is and what comes next.
final class StandingWordsTest {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final CommandId COMMAND = new CommandId(new RunId("run-1"), 1);

  static Stream<Program> programs() {
    return Drawings.sets().stream().flatMap(set -> set.contracts().stream()).map(Program::of);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyPlaceOfAProgramHasWords(Program program) {
    StandingWords words = new StandingWords(Titles.none());

    assertThat(program.nodes().keySet())
        .flatMap(StandingWordsTest::everyStandingAt)
        .allSatisfy(standing -> {
          assertThat(words.where(program, standing)).isNotBlank().doesNotContain("null");
          assertThat(words.next(program, standing)).isNotBlank().doesNotContain("null");
        });
  }

  @Test
  void noKindOfStandingIsForgotten() {
    assertThat(everyStandingAt(new NodeId("x")))
        .extracting(Object::getClass)
        .contains(Standing.class.getPermittedSubclasses());
  }

  @Test
  void aWaitSaysWhatItWaitsForAndWhatComesThen() {
    Program program = Program.of(Drawings.library().contracts().get(1));
    Standing waiting = new Standing.Awaiting(new NodeId("second-reply"), NOON, NOON);
    StandingWords words = new StandingWords(Titles.none());

    assertThat(words.where(program, waiting))
        .isEqualTo(
            "Wait until they ask us to stop (STOP or a word like it), they write “no thank you”,"
                + " “no thanks”, “not interested” or “wrong number”, they write to us or nothing of"
                + " this happens for 2 days.");
    assertThat(words.next(program, waiting))
        .isEqualTo("If nothing comes until then: leave as “no-answer”.");
  }

  private static List<Standing> everyStandingAt(NodeId at) {
    Standing held = new Standing.Held(at, NOON, NOON);
    return List.of(
        held,
        new Standing.Queued(NOON, NOON),
        new Standing.Commanded(at, COMMAND),
        new Standing.Waiting(at, NOON, NOON),
        new Standing.Awaiting(at, NOON, NOON),
        new Standing.Doubtful(at, COMMAND, "no answer came", NOON),
        new Standing.Ready(at),
        new Standing.Paused(held, NOON),
        new Standing.Closing(Exits.FAILED, "it failed", COMMAND, List.of(), false),
        new Standing.Verifying(Exits.FAILED, "it failed", COMMAND, false),
        new Standing.Ended(Exits.FAILED, "it failed", NOON, new Standing.Proof.Verified()),
        new Standing.TurnedAway(NOON, "the lane stayed taken"));
  }
}
