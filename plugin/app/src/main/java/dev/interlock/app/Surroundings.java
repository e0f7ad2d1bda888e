package dev.interlock.app;

import java.io.Console;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the program is given by whoever starts it, so that tests can give it something else.
///
/// @param home the folder that Interlock is installed in
/// @param isTerminal whether a person looks at stdout
public record Surroundings(Map<String, String> environment, Path home, boolean isTerminal) {
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /// Those of this process.
  static Surroundings ofThisProcess() {
    boolean isTerminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new Surroundings(System.getenv(), folderOfTheJar(), isTerminal);
  }

  /// The folder of the plugin jars that come along: the library.
  public Path libraryPlugins() {
    return home.resolve("plugins");
  }

  /// Whether colours are wanted; `NO_COLOR` is how people say that they are not.
  public boolean wantsColour() {
    return isTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  private static Path folderOfTheJar() {
    try {
      var jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return jar.toAbsolutePath().resolveSibling("");
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
