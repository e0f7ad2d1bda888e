package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.StoreException.Kind;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/// SQLite.
final class SqliteDialect implements Dialect {
  @Override
  public boolean isDuplicate(SQLException problem) {
    return switch (SQLiteErrorCode.getErrorCode(problem.getErrorCode())) {
      case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID -> true;
      default -> isUniqueConstraint(problem);
    };
  }

  /// The driver tells extended codes only in its own exception, by the name of the code.
  private static boolean isUniqueConstraint(SQLException problem) {
    return problem instanceof org.sqlite.SQLiteException known
        && switch (known.getResultCode()) {
          case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID ->
              true;
          default -> false;
        };
  }

  @Override
  public Kind kind(SQLException problem) {
    // the low byte is the family, the rest says more
    int family = problem.getErrorCode() & 0xff;
    if (family == SQLiteErrorCode.SQLITE_FULL.code) {
      return Kind.DISK_FULL;
    }
    if (family == SQLiteErrorCode.SQLITE_IOERR.code) {
      return Kind.DISK_FAILS;
    }
    boolean damaged =
        family == SQLiteErrorCode.SQLITE_CORRUPT.code
            || family == SQLiteErrorCode.SQLITE_NOTADB.code;
    return damaged ? Kind.DAMAGED : Kind.OTHER;
  }

  @Override
  public boolean isFatal(SQLException problem) {
    int family = problem.getErrorCode() & 0xff;
    return family == SQLiteErrorCode.SQLITE_FULL.code
        || family == SQLiteErrorCode.SQLITE_IOERR.code
        || family == SQLiteErrorCode.SQLITE_NOMEM.code
        || family == SQLiteErrorCode.SQLITE_CORRUPT.code
        || family == SQLiteErrorCode.SQLITE_NOTADB.code
        || family == SQLiteErrorCode.SQLITE_READONLY.code;
  }

  @Override
  public String begin() {
    return "BEGIN IMMEDIATE";
  }

  @Override
  public String changedRows() {
    return "SELECT total_changes() AS n";
  }
}
