package dev.interlock.app.command;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.Release;
import dev.interlock.app.report.Sarif;
import dev.interlock.verifier.finding.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a SARIF log goes, if one is wanted.
final class SarifOption {
  private static final String STDOUT = "-";

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = STDOUT,
      description =
          "Write the findings as a SARIF 2.1.0 log to a file, or with no file or with - to stdout,"
              + " for editors and build servers.")
  private @Nullable String file;

  boolean isForStdout() {
    return STDOUT.equals(file);
  }

  /// Makes sure that a log can go where it is wanted, before work is done for it.
  void check() {
    if (file == null || isForStdout()) {
      return;
    }
    // `--sarif my-contracts/` reads as if the folder was to be verified
    if (Files.isDirectory(Path.of(file)) || file.endsWith(".java") || file.endsWith(".jar")) {
      throw new CannotRunException(
          "--sarif would write to "
              + file
              + "; name the file for the log, as --sarif=findings.sarif, or put the paths first");
    }
  }

  /// Writes the log, if one is wanted.
  void write(Review review, Console console) {
    if (file == null) {
      return;
    }
    var log = Sarif.of(review, Path.of(""), Release.version());
    if (isForStdout()) {
      console.say(log);
      return;
    }
    try {
      Files.writeString(Path.of(file), log + "\n");
    } catch (IOException problem) {
      throw new CannotRunException("the SARIF log cannot be written to " + file, problem);
    }
  }
}
