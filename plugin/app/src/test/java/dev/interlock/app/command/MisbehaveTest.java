package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.deviation.Deviation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MisbehaveTest {
  @TempDir private Path home;

  @Test
  void refusesANameThatThereIsNot() {
    var said = Shell.with(home).run("sandbox", "--misbehave", "v3-errors,nonsense");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("--misbehave knows no 'nonsense'");
  }

  @Test
  void refusesWhatOnlyAnInstalledAppWouldNotice() {
    for (var command : List.of("sandbox", "demo")) {
      var said = Shell.with(home).run(command, "--misbehave", "oauth-camel");

      assertThat(said.exit()).isEqualTo(2);
      assertThat(said.err()).contains("demo --agency --once --misbehave oauth-camel");
    }
  }

  @Test
  void anAgencysDemoMisbehavesAsItIsTold() {
    var said =
        Shell.with(home)
            .run(
                "demo",
                "--agency",
                "--once",
                "--people",
                "2",
                "--misbehave",
                "not-active,oauth-items,no-timezone",
                "--json");

    assertThat(said.exit()).as(said.out() + said.err()).isZero();
  }

  @Test
  void tellsTheNames() {
    var said = Shell.with(home).run("sandbox", "--misbehave", "list");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains(Stream.of(Deviation.values()).map(Deviation::word).toList());
  }
}
