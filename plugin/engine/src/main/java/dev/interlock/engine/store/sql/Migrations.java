package dev.interlock.engine.store.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The files in `migrations/sqlite` that this version brings, and whether a database has had
/// exactly these. Flyway would find the same, and takes a fifth of a start for it.
///
/// What is told apart here is only *nothing is to be done*; all else is Flyway's to say and to do.
final class Migrations {
  static final String FOLDER = "migrations/sqlite";

  private static final String FIRST = "V1__foundation.sql";
  private static final String ENDING = ".sql";

  private Migrations() {}

  /// Whether the database has had all of them, as they are, and no others. False where that cannot
  /// be told.
  static boolean areAllIn(Connection database) {
    try {
      return brought().filter(kept(database)::equals).isPresent();
    } catch (SQLException | IOException untold) {
      return false;
    }
  }

  /// What Flyway wrote down of what it has done: the checksum of each file. One that failed, or
  /// that is no file, is none that we bring.
  private static Map<String, Integer> kept(Connection database) throws SQLException {
    Map<String, Integer> all = new HashMap<>();
    try (var statement = database.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT script, checksum, success AND type = 'SQL' FROM flyway_schema_history")) {
      while (rows.next()) {
        String script = rows.getString(1);
        all.put(rows.getBoolean(3) ? script : "not " + script, rows.getInt(2));
      }
    }
    return all;
  }

  /// The checksum of each file, by its name; empty where it cannot be told what there is.
  private static Optional<Map<String, Integer>> brought() throws IOException {
    // a class out of the start-up cache does not know where it is from, and a file does
    URL first = Migrations.class.getResource("/" + FOLDER + "/" + FIRST);
    if (first == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          first.openConnection() instanceof JarURLConnection inside
              ? inJar(Path.of(inside.getJarFileURL().toURI()))
              : inFolder(Path.of(first.toURI()).resolveSibling("")));
    } catch (URISyntaxException
        | IllegalArgumentException
        | FileSystemNotFoundException elsewhere) {
      return Optional.empty();
    }
  }

  private static Map<String, Integer> inFolder(Path folder) throws IOException {
    Map<String, Integer> all = new HashMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(ENDING)) {
          all.put(name, checksum(Files.newInputStream(file)));
        }
      }
    }
    return all;
  }

  private static Map<String, Integer> inJar(Path jar) throws IOException {
    Map<String, Integer> all = new HashMap<>();
    try (var zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      for (ZipEntry entry : entries) {
        String name = entry.getName();
        if (name.startsWith(FOLDER + "/") && name.endsWith(ENDING)) {
          all.put(name.substring(FOLDER.length() + 1), checksum(zip.getInputStream(entry)));
        }
      }
    }
    return all;
  }

  /// As Flyway makes it: of the lines without their ends. Were it made otherwise one day, nothing
  /// would be taken for done.
  private static int checksum(InputStream bytes) throws IOException {
    var sum = new CRC32();
    try (var lines =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 14)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        sum.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return (int) sum.getValue();
  }
}
