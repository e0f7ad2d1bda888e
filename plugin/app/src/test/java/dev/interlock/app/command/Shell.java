package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.Asking;
import dev.interlock.app.plugin.LibraryJar;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Runs commands as a user would, in this process.
public final class Shell {
  private static final Instant NOW = Instant.parse("2026-11-02T13:00:00Z");

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private boolean isTerminal;
  private Asking asking = Asking.nobody();

  /// What a command said.
  public record Said(int exit, String out, String err) {}

  private Shell(Path home) {
    this.home = home;
  }

  /// A shell with Interlock installed in a folder, library and all.
  public static Shell with(Path home) {
    try {
      LibraryJar.in(Files.createDirectories(home.resolve("plugins")));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return new Shell(home);
  }

  public Shell set(String name, Object value) {
    environment.put(name, value.toString());
    return this;
  }

  /// As if a person looked on.
  Shell onTerminal() {
    isTerminal = true;
    return this;
  }

  /// As if somebody were there who answers this to every question.
  public Shell answering(String answer) {
    asking = _ -> Optional.of(answer);
    return this;
  }

  public Said run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit =
        Program.run(
            new Surroundings(
                environment, home, InstantSource.fixed(NOW), Runnable::run, isTerminal, asking),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments);
    return new Said(exit, out.toString(), err.toString());
  }
}
