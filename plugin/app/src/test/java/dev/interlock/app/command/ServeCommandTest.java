package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.plugin.Acme;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.time.SandboxClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command as it is typed, with a server that is told to stop at once.
class ServeCommandTest {
  private final Sandbox sandbox =
      Sandbox.start(DemoWorld.config(SandboxClock.standingAt(DemoWorld.BEGIN), 1));

  @TempDir private Path folder;
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void install() throws IOException {
    var key = Files.writeString(folder.resolve("key.pem"), sandbox.publicKeyPem());
    var plugins = Files.createDirectories(folder.resolve("plugins"));
    shell =
        Shell.with(folder.resolve("home"))
            .set("INTERLOCK_PORT", 0)
            .set("INTERLOCK_DATA_DIR", folder.resolve("data"))
            .set("INTERLOCK_PLUGINS_DIR", plugins)
            .set("INTERLOCK_PLUGINS_LOOK_SECONDS", 3600)
            .set("INTERLOCK_HIGHLEVEL_API_URL", sandbox.url())
            .set("INTERLOCK_HIGHLEVEL_TOKEN", DemoWorld.TOKEN)
            .set("INTERLOCK_HIGHLEVEL_LOCATION_ID", DemoWorld.LOCATION_ID)
            .set("INTERLOCK_HIGHLEVEL_APP_ID", DemoWorld.APP_ID)
            .set("INTERLOCK_HIGHLEVEL_WEBHOOK_KEY", key);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void worksOnceItsContractsAreLive() {
    Acme.in(folder.resolve("plugins"), Acme.CONTRACT);

    var said = shell.run("serve");

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).startsWith("Interlock works at http://127.0.0.1:");
  }

  @Test
  void waitsWhenNothingMayGoLiveAndSaysWhy() {
    Acme.in(folder.resolve("plugins"), Acme.unexplained());

    var said = shell.run("serve");
    var shown = shell.run("plugins");

    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .startsWith("Interlock waits at http://127.0.0.1:")
        .contains("does not go live: 1 error", "E-DOC-MISSING");
    assertThat(shown.exit()).isEqualTo(1);
    assertThat(shown.out())
        .contains("Nothing is live", "2 source files  refused", "error[E-DOC-MISSING]");
  }

  @Test
  void aValueThatTheClientHasToGiveIsAskedForBeforeAnythingGoesLive() {
    Acme.in(folder.resolve("plugins"), Acme.CONTRACT);
    Acme.operation(
        folder.resolve("plugins"),
        ".build()",
        ".setting(\"reviewLink\", \"Where to review\", \"https://x\").build()");

    assertThat(shell.run("serve").out()).contains("INTERLOCK_SETTING_reviewLink is missing");
    assertThat(shell.set("INTERLOCK_SETTING_reviewLink", "https://y").run("serve").out())
        .startsWith("Interlock works at");
  }
}
