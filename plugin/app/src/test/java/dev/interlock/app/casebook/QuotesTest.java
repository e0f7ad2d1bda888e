package dev.interlock.app.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.read.CommandLine;
import dev.interlock.engine.read.JournalLine;
import dev.interlock.engine.store.Intents.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotesTest {
  private static final RunId RUN = new RunId("r1");
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

  private static CommandLine command(int number, Instant decidedAt, String told) {
    return new CommandLine(
        new CommandId(RUN, number),
        "hello",
        "Sends a text",
        State.DONE,
        0,
        decidedAt,
        Optional.empty(),
        Optional.empty(),
        told,
        "Done");
  }

  private static JournalLine line(Kind kind, Instant at) {
    return new JournalLine(RUN, at, kind, "hello", "Something.");
  }

  @Test
  void whatWasToldIsQuotedOnce() {
    var quotes = new Quotes(List.of(command(1, NOON, "Hi Ann")));

    assertThat(quotes.take(line(Kind.STEP, NOON))).contains("Hi Ann");
    assertThat(quotes.take(line(Kind.STEP, NOON))).isEmpty();
  }

  @Test
  void eachTryHasItsOwnWords() {
    Instant later = NOON.plusSeconds(3600);
    var quotes = new Quotes(List.of(command(1, NOON, ""), command(2, later, "Hi again")));

    assertThat(quotes.take(line(Kind.STEP, NOON))).isEmpty();
    assertThat(quotes.take(line(Kind.HELD, NOON))).isEmpty();
    assertThat(quotes.take(line(Kind.STEP, later))).contains("Hi again");
  }
}
