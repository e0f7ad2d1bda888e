package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.sqlite.SQLiteErrorCode;

/// Brings the tables up to date, by the files in `migrations/sqlite`.
final class Schema {
  private Schema() {}

  static void bringUpToDate(DataSource source, Path file) {
    try {
      Flyway flyway =
          Flyway.configure(Schema.class.getClassLoader())
              .dataSource(source)
              .locations("classpath:migrations/sqlite")
              .failOnMissingLocations(true)
              .loggers("slf4j")
              .load();
      refuseNewer(flyway, file);
      flyway.migrate();
    } catch (FlywayException problem) {
      throw unusable(file, problem);
    }
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
      return new StoreException(
          Kind.DAMAGED,
          file + " is damaged or no database; keep it aside and restore the last backup",
          problem);
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
