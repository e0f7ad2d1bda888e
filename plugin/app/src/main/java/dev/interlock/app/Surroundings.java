package dev.interlock.app;

import dev.interlock.app.console.Asking;
import dev.interlock.app.console.Lifetime;
import dev.interlock.app.settings.Key;
import dev.interlock.app.settings.Settings;
import java.io.Console;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the program is given by whoever starts it, so that tests can give it something else.
///
/// @param home the folder that Interlock is installed in
/// @param lifetime how long servers go on
/// @param isTerminal whether a person looks at stdout
/// @param asking that person, where they can also answer
public record Surroundings(
    Map<String, String> environment,
    Path home,
    InstantSource clock,
    Lifetime lifetime,
    boolean isTerminal,
    Asking asking) {
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /// Those in which nobody can be asked.
  public Surroundings(
      Map<String, String> environment,
      Path home,
      InstantSource clock,
      Lifetime lifetime,
      boolean isTerminal) {
    this(environment, home, clock, lifetime, isTerminal, Asking.nobody());
  }

  /// Those of this process.
  static Surroundings ofThisProcess() {
    var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    return new Surroundings(
        System.getenv(),
        folderOfTheJar(),
        InstantSource.system(),
        Lifetime.ofThisProcess(),
        terminal.isPresent(),
        question -> terminal.map(person -> person.readLine("%s", question)));
  }

  /// The settings in the environment, and in the file that it names.
  public Settings settings() {
    return Settings.of(environment);
  }

  /// The folder of the plugin jars that come along: the library.
  public Path library() {
    return home.resolve("plugins");
  }

  /// Where contracts are: where the user says, else in the plugins folder, else in the library.
  public List<Path> contracts(List<Path> said) {
    if (!said.isEmpty()) {
      return said;
    }
    var settings = settings();
    var folder = settings.path(Key.PLUGINS_DIR);
    boolean named = settings.text(Key.PLUGINS_DIR).isPresent();
    return List.of(named || Files.isDirectory(folder) ? folder : library());
  }

  /// Today, by which waivers of findings end.
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /// Whether colours are wanted; `NO_COLOR` is how people say that they are not.
  public boolean wantsColour() {
    return isTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /// By the class path, whose first part is the jar that was started: a class that comes out of the
  /// JVM's start-up cache does not know where it was loaded from.
  private static Path folderOfTheJar() {
    var parts = System.getProperty("java.class.path", "").split(File.pathSeparator, 2);
    return Path.of(parts[0]).toAbsolutePath().resolveSibling("");
  }
}
