package dev.interlock.crm.highlevel.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the vendor's files, which are not part of this repository and not on every machine.
///
/// They lie in `shared/crm/highlevel` beside the repository, or wherever the system property
/// `interlock.shared` says that `shared` is. Tests that need them are skipped without them.
public final class SharedFiles {
  private SharedFiles() {}

  /// A folder or file under `crm/highlevel`.
  public static Optional<Path> highLevel(String name) {
    return shared()
        .map(folder -> folder.resolve("crm/highlevel").resolve(name))
        .filter(Files::exists);
  }

  private static Optional<Path> shared() {
    String named = System.getProperty("interlock.shared", "");
    return named.isEmpty()
        ? Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve("shared"))
            .filter(folder -> Files.isDirectory(folder.resolve("crm/highlevel")))
            .findFirst()
        : Optional.of(Path.of(named));
  }
}
