package dev.interlock.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.read.JournalLine;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.read.RunSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is taken for the moment at which a run ended.
class WitnessTest {
  private static final RunId RUN = new RunId("r1");
  private static final Instant BEGUN = Instant.parse("2026-11-02T23:02:35Z");
  private static final Instant ENDED = Instant.parse("2026-11-03T00:23:10Z");

  /// A later process found the clock set back, and had all that had not come counted anew.
  private static final Instant COUNTED_ANEW = Instant.parse("2026-11-02T23:55:52Z");

  private static RunSummary run(Optional<Instant> endedAt) {
    return new RunSummary(
        RUN,
        new ContactId("ann"),
        "Ann",
        new ContractId("text-back"),
        "hash",
        "",
        BEGUN,
        ENDED,
        endedAt.isPresent() ? RunState.ENDED : RunState.VERIFYING,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new ExitName("booked")),
        endedAt.map(_ -> ProofState.VERIFIED),
        endedAt,
        3);
  }

  private static JournalLine line(Instant at, Kind kind) {
    return new JournalLine(RUN, at, kind, "booked", "words");
  }

  @Test
  void aRunEndedWhenItsJournalSaysSoWhateverWasCountedAnew() {
    var journal = List.of(line(BEGUN, Kind.ENTERED), line(ENDED, Kind.ENDED));

    assertThat(Witness.ended(run(Optional.of(COUNTED_ANEW)), journal)).contains(ENDED);
  }

  @Test
  void ofMoreThanOneEndTheLastCounts() {
    var journal =
        List.of(
            line(BEGUN, Kind.ENDED),
            line(BEGUN.plusSeconds(60), Kind.OPERATOR),
            line(ENDED, Kind.ENDED),
            line(ENDED, Kind.TURNED_AWAY));

    assertThat(Witness.ended(run(Optional.of(COUNTED_ANEW)), journal)).contains(ENDED);
  }

  @Test
  void whereTheJournalHasNoWordOfItTheRunItselfIsAsked() {
    assertThat(Witness.ended(run(Optional.of(ENDED)), List.of(line(BEGUN, Kind.EXIT))))
        .contains(ENDED);
  }

  @Test
  void whatIsNotOverHasNotEndedHoweverOftenItDid() {
    assertThat(Witness.ended(run(Optional.empty()), List.of(line(BEGUN, Kind.ENDED)))).isEmpty();
  }
}
