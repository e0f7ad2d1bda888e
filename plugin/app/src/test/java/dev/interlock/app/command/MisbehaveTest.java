package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.deviation.Deviation;
import java.nio.file.Path;
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
  void tellsTheNames() {
    var said = Shell.with(home).run("sandbox", "--misbehave", "list");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains(Stream.of(Deviation.values()).map(Deviation::word).toList());
  }
}
