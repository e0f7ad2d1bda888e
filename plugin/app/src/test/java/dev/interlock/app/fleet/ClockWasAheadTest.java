package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.HILLSIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.secret.SealingKey;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.sandbox.market.Installing;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine's clock was a month ahead, and was set back while the server worked: what is done
/// from time to time is done again soon.
class ClockWasAheadTest {
  private static final SealingKey KEY = SealingKey.random();
  private static final Duration MONTH = Duration.ofDays(30);

  @TempDir private Path folder;
  @AutoClose private ServedFleet served;

  @BeforeEach
  void serve() {
    served = new ServedFleet(folder, KEY);
    served.isAhead(MONTH);
  }

  private void isSetBack() {
    served.isAhead(Duration.ZERO);
    served.settle();
    served.fleet().look();
  }

  @Test
  void installsOfWhichNobodyToldAreFound() {
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE)));
    served.passes(Duration.ofMinutes(5));
    served.agency().install(Installing.bulk(RIVERSIDE, HILLSIDE).withoutWebhooks());

    isSetBack();
    served.passes(Duration.ofHours(2));
    served.fleet().look();

    assertThat(served.fleet().accounts()).contains(new InstallationId(HILLSIDE));
  }

  @Test
  void anAccountThatCouldNotBeLetInIsTriedAgain() {
    served.agency().suspend(RIVERSIDE);
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE)));
    served.passes(Duration.ofMinutes(5));
    served.fleet().look();
    assertThat(served.fleet().accounts()).isEmpty();
    served.agency().resume(RIVERSIDE);

    isSetBack();
    served.passes(Duration.ofMinutes(10));
    served.fleet().look();

    assertThat(served.get("/").body()).contains("Its workflows are live.");
  }

  @Test
  void webhooksOfAnAccountThatIsNotReadPassAfterAnHour() {
    served.arrive(served.agency().install(Installing.into(RIVERSIDE)));
    served.passes(Duration.ofMinutes(5));
    served.stop();
    served.startUnread(KEY);
    served.isAhead(Duration.ZERO);
    assertThat(served.answersToACall(RIVERSIDE)).contains(429);

    served.passes(Duration.ofHours(2));

    assertThat(served.answersToACall(RIVERSIDE)).isNotEmpty().containsOnly(200);
  }
}
