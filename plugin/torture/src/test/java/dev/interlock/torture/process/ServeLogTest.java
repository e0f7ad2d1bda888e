package dev.interlock.torture.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What counts as a fault of the program itself.
class ServeLogTest {
  @TempDir private Path folder;

  private ServeLog log(String text) throws IOException {
    return new ServeLog(Files.writeString(folder.resolve("serve.log"), text));
  }

  @Test
  void countsEachErrorOnceAndNothingElse() throws IOException {
    var log =
        log(
            """
            22:28:01.932 INFO  the engine works for 1 installations\s
            22:28:02.141 ERROR the timer of run r1 changes nothing and is left alone\s
            22:28:02.200 WARN  no calls are made for here: the CRM failed\s
            java.lang.IllegalStateException: ERROR in a trace
            22:28:03.141 ERROR the timer of run r1 changes nothing and is left alone\s
            22:28:03.500 ERROR delivery 3 of kind Test is set aside\s
            """);

    assertThat(log.errors())
        .containsExactly(
            "a process said: the timer of run r1 changes nothing and is left alone",
            "a process said: delivery 3 of kind Test is set aside");
  }

  @Test
  void aDatabaseThatIsDamagedAndALineThatFollowsOneThatWasCutOffAreSeen() throws IOException {
    var log =
        log(
            """
            22:28:01.932 ERROR could not store: the database is damaged; stop\s
            22:28:02.1422:28:05.932 ERROR delivery 3 of kind Test is set aside\s
            """);

    assertThat(log.errors())
        .containsExactly(
            "a process said: could not store: the database is damaged; stop",
            "a process said: delivery 3 of kind Test is set aside");
  }

  @Test
  void aFullDiskIsNoFaultOfTheProgram() throws IOException {
    var log =
        log(
            """
            22:28:01.932 ERROR could not store: the disk is full: make room\s
            22:28:02.141 ERROR still cannot store, and 10 units of work were refused: the disk \
            cannot be read or written: nothing was stored\s
            22:28:03.800 ERROR Unexpected IOException\s
            22:28:03.801 ERROR Failed to load native library through System.loadLibrary\s
            22:28:03.932 INFO  12 units of work were refused; can store again\s
            22:28:04.0\
            """);

    assertThat(log.errors()).isEmpty();
  }
}
