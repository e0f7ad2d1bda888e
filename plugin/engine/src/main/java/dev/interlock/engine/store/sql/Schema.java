package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/// Brings the tables up to date, by the files in `migrations/sqlite`.
final class Schema {
  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private static final long QUICKLY_CHECKED = 64L * 1024 * 1024;

  private Schema() {}

  /// Makes sure that the file has the tables of this version and is sound.
  ///
  /// @throws StoreException when it is damaged, newer, or cannot be used
  static void bringUpToDate(DataSource source, Path file) {
    if (!isUpToDate(source, file)) {
      migrate(source, file);
    }
    check(source, file);
  }

  /// Whether nothing is to be done. What cannot be told, Flyway tells; who cannot even open the
  /// file would come to a worse end there, as the driver says only once why it cannot be loaded.
  static boolean isUpToDate(DataSource source, Path file) {
    try (var connection = source.getConnection()) {
      return Migrations.areAllIn(connection);
    } catch (SQLException problem) {
      throw unusable(file, problem);
    }
  }

  private static void migrate(DataSource source, Path file) {
    try {
      Flyway flyway =
          Flyway.configure(Schema.class.getClassLoader())
              .dataSource(source)
              .locations("classpath:" + Migrations.FOLDER)
              .failOnMissingLocations(true)
              .loggers("slf4j")
              .load();
      refuseNewer(flyway, file);
      announce(flyway, file);
      flyway.migrate();
    } catch (FlywayException problem) {
      throw unusable(file, problem);
    }
  }

  /// Goes through the whole file where that takes no time. A file cut off at its end SQLite notices
  /// by itself; larger ones are checked by a backup.
  private static void check(DataSource source, Path file) {
    try {
      if (Files.size(file) > QUICKLY_CHECKED) {
        return;
      }
      try (var connection = source.getConnection();
          var statement = connection.createStatement();
          var result = statement.executeQuery("PRAGMA quick_check(1)")) {
        if (!result.getString(1).equals("ok")) {
          throw damaged(file, new SQLException(result.getString(1)));
        }
      }
    } catch (IOException | SQLException problem) {
      throw unusable(file, problem);
    }
  }

  static StoreException damaged(Path file, Exception problem) {
    return new StoreException(
        Kind.DAMAGED,
        file + " is damaged or no database; keep it aside and restore the last backup",
        problem);
  }

  /// A large database is rewritten for minutes, in which whoever waits should know for what.
  private static void announce(Flyway flyway, Path file) {
    MigrationInfo[] pending = flyway.info().pending();
    Optional.ofNullable(flyway.info().current())
        .filter(_ -> pending.length > 0)
        .ifPresent(before ->
            LOG.info(
                "{} was written by an older Interlock, and its tables are brought from version {}"
                    + " to {}. For a million runs that may take some minutes, and as much room on"
                    + " the disk once more; stopped in between, it begins again at the next start",
                file,
                before.getVersion(),
                pending[pending.length - 1].getVersion()));
  }

  private static void refuseNewer(Flyway flyway, Path file) {
    boolean newer =
        Arrays.stream(flyway.info().all())
            .map(MigrationInfo::getState)
            .anyMatch(state ->
                state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED);
    if (newer) {
      throw new StoreException(
          Kind.NEWER,
          file + " was written by a newer Interlock; start that one, or restore an older backup");
    }
  }

  /// One message for whatever keeps a file from being used.
  static StoreException unusable(Path file, Exception problem) {
    if (isDamaged(problem)) {
      return damaged(file, problem);
    }
    return new StoreException(
        Kind.OTHER, "cannot use " + file + ": " + firstLine(problem), problem);
  }

  private static boolean isDamaged(Throwable problem) {
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        int family = sql.getErrorCode() & 0xff;
        if (family == SQLiteErrorCode.SQLITE_NOTADB.code
            || family == SQLiteErrorCode.SQLITE_CORRUPT.code) {
          return true;
        }
      }
    }
    return false;
  }

  private static String firstLine(Exception problem) {
    String message = String.valueOf(problem.getMessage()).strip();
    return message.lines().findFirst().orElse(problem.getClass().getSimpleName());
  }
}
