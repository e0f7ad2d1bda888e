package dev.interlock.app.fleet;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.settings.Settings;
import dev.interlock.app.wiring.Tenant;
import dev.interlock.contract.contact.InstallationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an account has of its own, in a folder that is called by its id: `account.properties` with
/// values of settings and a time zone, and jars. One that has jars runs these and no others.
record OwnFolder(Path accounts, Path plugins) {
  private static final String PROPERTIES = "account.properties";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /// Whether an account's id can be the name of a folder, as all of HighLevel's can.
  static boolean isUsable(InstallationId id) {
    return ID.matcher(id.text()).matches();
  }

  /// Where the jars are that are live in an account.
  Path jars(InstallationId id) {
    Path own = accounts.resolve(id.text());
    return hasJars(own) ? own : plugins;
  }

  private static boolean hasJars(Path folder) {
    try {
      return !jarsIn(folder).isEmpty();
    } catch (IOException gone) {
      return false;
    }
  }

  /// The jars that a server takes from such a folder; none where there is no folder.
  static List<Path> jarsIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(OwnFolder::isJar).sorted().toList();
    }
  }

  /// What begins with a dot is on its way here.
  private static boolean isJar(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".jar") && !name.startsWith(".");
  }

  /// The values and the time zone that an account has of its own.
  ///
  /// @param shared the values that all have where they have none of their own
  /// @throws CannotRunException when its file cannot be read, or has in it what is no setting
  Tenant.Own own(InstallationId id, Map<String, String> shared) {
    Path file = accounts.resolve(id.text()).resolve(PROPERTIES);
    if (!Files.exists(file)) {
      return new Tenant.Own(shared, Optional.empty());
    }
    var settings = Settings.ofFile(file);
    var values = new HashMap<>(shared);
    values.putAll(settings.values());
    return new Tenant.Own(values, settings.zone());
  }
}
