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

/// Which build of Interlock this is: by what is in its own jars, since two builds may answer one
/// question differently. Jars of others make no difference to a proof.
///
/// @param hex a hash
record Build(String hex) {
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
      return Stream.concat(Stream.of(program), others.filter(Build::isOurs).sorted()).toList();
    }
  }

  private static boolean isOurs(Path jar) {
    String name = String.valueOf(jar.getFileName());
    return name.startsWith("interlock") && name.endsWith(".jar");
  }

  private static Build of(List<Path> jars) throws IOException {
    var digest = sha256();
    for (Path jar : jars) {
      byte[] content = Files.readAllBytes(jar);
      digest.update(
          (jar.getFileName() + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(content);
    }
    return new Build(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
