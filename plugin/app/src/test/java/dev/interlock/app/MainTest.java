package dev.interlock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
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

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
