package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
  @TempDir private Path home;
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void install() {
    shell = Shell.with(home);
  }

  @Test
  void printsItsVersionAlone() {
    var said = shell.run("--version");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).startsWith("interlock ").hasLineCount(1);
    assertThat(said.err()).isEmpty();
  }

  @Test
  void explainsItself() {
    var said = shell.run("--help");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("Usage: interlock", "workflow contracts", "Exit codes:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "serve",
        "verify",
        "simulate",
        "build",
        "plan",
        "apply",
        "plugins",
        "docs",
        "runs",
        "explain",
        "sandbox",
        "prove"
      })
  void everyCommandExplainsItselfWithItsExitCodes(String command) {
    var said = shell.run(command, "--help");

    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains("Usage: interlock " + command, "Exit codes:", "it could not run");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void refusesAnUnknownWordWithExitCodeTwo() {
    var said = shell.run("--frobnicate");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("--frobnicate", "interlock --help").hasLineCount(2);
  }

  @Test
  void saysWhatItCanDoWhenItIsNotTold() {
    var said = shell.run();

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("Usage: interlock");
  }
}
