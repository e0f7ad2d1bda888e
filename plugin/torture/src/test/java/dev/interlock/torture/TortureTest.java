package dev.interlock.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.torture.process.Installation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The short form of what `scripts/torture` does at length.
class TortureTest {
  private static final int KILLS = 20;
  private static final long SEED = 1;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void nothingIsLostAndNothingIsSentTwiceHoweverOftenItIsKilled() throws Exception {
    var outcome = Torture.of(new Orders(KILLS, SEED, 3, packed(), folder, _ -> {}));

    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.ok()).isTrue();
    assertThat(outcome.kills()).isEqualTo(KILLS);
    assertThat(outcome.acknowledged()).isGreaterThan(100);
    assertThat(outcome.things().get("messages")).isGreaterThan(10);
  }

  /// The program as this build has just packed it.
  private static Installation packed() {
    var target = Path.of("..", "app", "target").toAbsolutePath().normalize();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new Installation(
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-Djdk.virtualThreadScheduler.parallelism=8",
            "-jar",
            target.resolve("interlock.jar").toString()),
        target.resolve("plugins"));
  }
}
