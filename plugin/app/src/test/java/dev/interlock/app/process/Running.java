package dev.interlock.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A process of ours.
///
/// @param out the file with what it answered
/// @param err the file with what it said besides
record Running(Process process, Path out, Path err) implements AutoCloseable {
  private static final Duration LONGEST_END = Duration.ofSeconds(60);

  /// SIGKILL: it has no time for anything.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    ended();
  }

  /// SIGTERM: it is asked to end.
  ///
  /// @return its exit code
  int stop() throws InterruptedException {
    process.destroy();
    return ended();
  }

  private int ended() throws InterruptedException {
    assertThat(process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)).as(this::said).isTrue();
    return process.exitValue();
  }

  /// All that it, and those before it under the same name, have said.
  String said() {
    return text(out) + text(err);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
