package dev.interlock.app.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which build of Interlock this is, by its jars' names, sizes and times: two that agree in all of
/// them are taken for the same, as build tools do.
///
/// @param hex a short hash
record Build(String hex) {
  private static final int DIGITS = 16;

  /// The one in the folder; empty where no jars are.
  static Optional<Build> in(Path home) {
    try {
      List<Path> jars = jars(home);
      return jars.isEmpty() ? Optional.empty() : Optional.of(of(jars));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static List<Path> jars(Path home) throws IOException {
    Path program = home.resolve("interlock.jar");
    if (!Files.isRegularFile(program)) {
      return List.of();
    }
    Path library = home.resolve("lib");
    if (!Files.isDirectory(library)) {
      return List.of(program);
    }
    try (Stream<Path> others = Files.list(library)) {
      return Stream.concat(Stream.of(program), others.sorted()).toList();
    }
  }

  private static Build of(List<Path> jars) throws IOException {
    var digest = sha256();
    for (Path jar : jars) {
      var line =
          "%s %d %d%n"
              .formatted(
                  jar.getFileName(), Files.size(jar), Files.getLastModifiedTime(jar).toMillis());
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return new Build(HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
