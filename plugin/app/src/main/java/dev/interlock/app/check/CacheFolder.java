package dev.interlock.app.check;

import dev.interlock.app.Surroundings;
import dev.interlock.app.settings.Key;
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
    if (surroundings.settings().text(Key.CACHE_DIR).isPresent()) {
      return Optional.of(surroundings.settings().path(Key.CACHE_DIR));
    }
    Map<String, String> environment = surroundings.environment();
    return set(environment, "XDG_CACHE_HOME")
        .filter(Path::isAbsolute)
        .or(() -> set(environment, "LOCALAPPDATA"))
        .or(() -> set(environment, "HOME").map(CacheFolder::inHome))
        .map(folder -> folder.resolve("interlock"));
  }

  private static Path inHome(Path home) {
    boolean isMac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    return isMac ? home.resolve("Library").resolve("Caches") : home.resolve(".cache");
  }

  private static Optional<Path> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank()).map(Path::of);
  }
}
