package dev.interlock.app.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.plugin.Acme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `interlock plugins`, beside a server and without one.
class PluginsCommandTest {
  @TempDir private Path folder;
  private ServedFolder server = new ServedFolder(Path.of("target", "plugins-command-test"));

  @BeforeEach
  void start() {
    server.close();
    server = new ServedFolder(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theCommandTellsWhatIsLiveAndWhatIsRefused() {
    server.put("acme.jar", Acme.saying("The first version."));
    server.open();
    assertThat(server.plugins()).startsWith("0\n").contains("Live", "hello", "acme.jar  live");

    server.putUnchecked("bad.jar", Acme.unexplained().replace("\"hello\"", "\"goodbye\""));
    server.look();
    var said = server.plugins();
    var json = JsonMapper.shared().readTree(server.plugins("--json").substring(2));

    assertThat(said)
        .startsWith("1\n")
        .contains("acme.jar  live", "bad.jar  refused")
        .contains("bad.jar!/Hello.java:30: error[E-DOC-MISSING]: goodbye: step *jot* has no why");
    assertThat(json.get("ok").asBoolean()).isFalse();
    assertThat(json.at("/live/0/contract").asString()).isEqualTo("hello");
    assertThat(json.get("files").findValuesAsString("standing")).containsExactly("live", "refused");
    assertThat(json.at("/verification/errors").asInt()).isEqualTo(1);
  }

  @Test
  void theCommandTellsWhatWouldHappenWhereNothingEverRan() {
    server.put("acme.jar", Acme.CONTRACT);

    assertThat(server.plugins())
        .startsWith("0\n")
        .contains("Nothing is live", "acme.jar  sound, and goes live");
  }
}
