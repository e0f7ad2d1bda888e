package dev.interlock.engine.store.sql;

import dev.interlock.engine.read.Records;
import dev.interlock.engine.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.sqlite.SQLiteConfig;

/// Reads the file of a store without owning it, so that one may ask what happened while another
/// process works on it. For one thread at a time.
public final class SqliteReading implements AutoCloseable {
  private final Connection connection;
  private final Dialect dialect = new SqliteDialect();
  private final Numbers numbers = new Numbers();

  private SqliteReading(Connection connection) {
    this.connection = connection;
  }

  /// Opens a file that is there.
  ///
  /// @throws StoreException with one clear message when there is none or it is damaged
  public static SqliteReading open(StoreConfig config) {
    Path file = config.file();
    if (!Files.isRegularFile(file)) {
      throw new StoreException(
          StoreException.Kind.OTHER, file + " is not there: nothing has run with this data folder");
    }
    var settings = new SQLiteConfig();
    settings.setBusyTimeout(Math.toIntExact(config.patience().toMillis()));
    try {
      Connection connection = settings.createConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA query_only = 1");
      }
      connection.setAutoCommit(false);
      return new SqliteReading(connection);
    } catch (SQLException problem) {
      throw Schema.unusable(file, problem);
    }
  }

  /// What is in it.
  public Records records() {
    return new SqlRecords(this::ask);
  }

  private <T> T ask(Function<Scope, T> question) {
    try (var jdbc = new Jdbc(connection, dialect)) {
      try {
        return question.apply(new Scope(jdbc, numbers));
      } finally {
        connection.rollback();
      }
    } catch (SQLException problem) {
      throw new StoreException(
          StoreException.Kind.OTHER, "could not read: " + problem.getMessage(), problem);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException problem) {
      throw new StoreException(
          StoreException.Kind.OTHER, "could not close: " + problem.getMessage(), problem);
    }
  }
}
