package dev.interlock.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What only makes starts quicker may be missing or wrong.
class StartTest {
  private static final Duration LONGEST_STORY = Duration.ofMinutes(3);

  @TempDir private Path home;

  @Test
  void aServerWorksWithACacheThatDoesNotFitAndALibraryThatIsGone() throws Exception {
    var cache = Files.writeString(home.resolve("start-up.aot"), "of another JVM");
    var installed = Installed.in(home);
    try (var server = Server.of(installed);
        var sandbox =
            SandboxProcess.start(
                installed, server.webhooks(), "--people", "2", "--speed", "3000")) {
      server
          .set("INTERLOCK_CONFIG", sandbox.settings())
          .set(
              "JAVA_TOOL_OPTIONS",
              "-XX:AOTCache=%s -Djava.library.path=%s %s"
                  .formatted(
                      cache,
                      home.resolve("nowhere"),
                      "-Dcom.amazon.corretto.crypto.provider.useExternalLib=true"))
          .start();

      // somebody was texted because a webhook came, whose signature was found right
      Patience.until(LONGEST_STORY, () -> sandbox.texted() > 0, server::said);
      server.stop();
      server.start();

      assertThat(server.waiting()).isNotNegative();
    }
  }
}
