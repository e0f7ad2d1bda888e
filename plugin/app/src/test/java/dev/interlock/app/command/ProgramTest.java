package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsItsVersionAlone() {
    assertThat(run("--version")).isZero();

    assertThat(out.toString()).startsWith("interlock ").hasLineCount(1);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void explainsItself() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString()).contains("Usage: interlock", "workflow contracts");
  }

  @Test
  void refusesAnUnknownWordWithExitCodeTwo() {
    assertThat(run("--frobnicate")).isEqualTo(2);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("--frobnicate");
  }

  @Test
  void saysWhatItCanDoWhenItIsNotTold() {
    assertThat(run()).isEqualTo(2);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("Usage: interlock");
  }

  private int run(String... arguments) {
    var surroundings = new Surroundings(Map.of(), Path.of("."), false);
    return Program.run(
        surroundings, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
