package dev.interlock.torture.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A copy of a data folder.
///
/// @param folder where it is
public record DataCopy(Path folder) {
  private static final String DATABASE = "interlock.db";
  private static final String LOG = DATABASE + "-wal";

  /// Copies the files while a process writes to them, as `cp` would: first the database, then its
  /// log. A reader keeps the log from being begun anew meanwhile, so that whatever the copy of the
  /// database lacks, or has by half, is in the copy of the log.
  public static DataCopy live(Path data, Path folder) throws IOException, SQLException {
    Files.createDirectories(folder);
    try (var reader = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(DATABASE));
        var statement = reader.createStatement()) {
      statement.execute("BEGIN");
      statement.executeQuery("SELECT count(*) FROM sqlite_schema").close();
      copy(data.resolve(DATABASE), folder);
      copy(data.resolve(LOG), folder);
    }
    return new DataCopy(folder);
  }

  /// Copies the files of a process that is over, and puts the log into the database: it could heal
  /// what is damaged there. Nor are there free pages in it: one that is damaged is no loss, and
  /// nobody notices.
  public static DataCopy still(Path data, Path folder) throws IOException, SQLException {
    Files.createDirectories(folder);
    copy(data.resolve(DATABASE), folder);
    copy(data.resolve(LOG), folder);
    var copy = new DataCopy(folder);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy.database());
        var statement = connection.createStatement()) {
      statement.execute("VACUUM");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    return copy;
  }

  private static void copy(Path file, Path folder) throws IOException {
    if (Files.exists(file)) {
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// The database in it.
  public Path database() {
    return folder.resolve(DATABASE);
  }

  /// What SQLite says of all of it: `ok` when it is whole.
  public String integrity() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        var statement = connection.createStatement();
        var result = statement.executeQuery("PRAGMA integrity_check(3)")) {
      return result.getString(1);
    }
  }

  /// How many rows a table has.
  public long count(String table) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT count(*) FROM " + table)) {
      return result.getLong(1);
    }
  }
}
