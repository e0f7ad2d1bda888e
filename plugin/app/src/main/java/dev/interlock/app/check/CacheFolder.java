package dev.interlock.app.check;

import dev.interlock.app.Surroundings;
import dev.interlock.app.settings.Key;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where what may be lost is kept for the user, as each system wants it.
final class CacheFolder {
  private CacheFolder() {}

  /// Where it is set, else by the XDG base directory specification, else where the system has it;
  /// empty where nobody says.
  static Optional<Path> of(Surroundings surroundings) {
    return surroundings.settings().text(Key.CACHE_DIR).isPresent()
        ? Optional.of(surroundings.settings().path(Key.CACHE_DIR))
        : usual(surroundings.environment(), System.getProperty("os.name", ""));
  }

  /// Where the system has it, by its environment. A folder that is not absolute is none.
  static Optional<Path> usual(Map<String, String> environment, String system) {
    boolean isMac = system.toLowerCase(Locale.ROOT).startsWith("mac");
    return folder(environment, "XDG_CACHE_HOME")
        .or(() -> folder(environment, "LOCALAPPDATA"))
        .or(() -> folder(environment, "HOME").map(home -> inHome(home, isMac)))
        .map(folder -> folder.resolve("interlock"));
  }

  private static Path inHome(Path home, boolean isMac) {
    return isMac ? home.resolve("Library").resolve("Caches") : home.resolve(".cache");
  }

  private static Optional<Path> folder(Map<String, String> environment, String name) {
    try {
      return Optional.ofNullable(environment.get(name))
          .filter(text -> !text.isBlank())
          .map(Path::of)
          .filter(Path::isAbsolute);
    } catch (InvalidPathException unusable) {
      return Optional.empty();
    }
  }
}
