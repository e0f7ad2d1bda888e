package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.crm.Sent;
import dev.interlock.engine.read.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clocks and CRMs tell moments to the nanosecond, and microseconds are kept.
class FineMomentTest {
  private static final Duration FINE = Duration.ofHours(3).plusNanos(1_234);

  @TempDir Path folder;

  @Test
  void whatIsPutOffUntilAMomentBetweenMicrosecondsGoesOutThen() {
    try (var office = Office.opened(folder, textBack())) {
      office.crm.answers(new Sent.TryLater(FINE, "slow down", false));
      office.happens(
          new DomainEvent(
              "fine",
              ANN,
              NOON.minusNanos(1_234),
              new Happening.CallMissed(Optional.empty(), false),
              Provenance.OUTSIDE));
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.HELD);

      office.passes(FINE);
      assertThat(office.crm.texts(ANN)).isEmpty();
      office.passes(Duration.ofSeconds(1));

      assertThat(office.crm.texts(ANN)).hasSize(1);
      assertThat(office.run(ANN).summary().state()).isEqualTo(RunState.AWAITING);
    }
  }
}
