package dev.interlock.engine.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.interlock.engine.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.sqlite.SQLiteConnection;

/// A few connections that only read, each with the statements that it has prepared. Whoever finds
/// none free waits for one.
///
/// Transactions are ours and not the pool's, which would switch each connection to and fro by
/// statements that SQLite parses anew each time: more work than most of our questions.
final class Readers implements AutoCloseable {
  private static final long SHORTEST_PATIENCE = 1_000;

  private final HikariDataSource pool;
  private final Dialect dialect;
  private final Map<SQLiteConnection, Jdbc> reading = new ConcurrentHashMap<>();

  Readers(DataSource source, Dialect dialect, StoreConfig config) {
    var settings = new HikariConfig();
    settings.setPoolName("store-readers");
    settings.setDataSource(source);
    settings.setMaximumPoolSize(config.readers());
    settings.setMinimumIdle(config.readers());
    settings.setMaxLifetime(0);
    settings.setAutoCommit(true);
    settings.setConnectionInitSql("PRAGMA query_only = 1");
    settings.setConnectionTimeout(Math.max(SHORTEST_PATIENCE, config.patience().toMillis()));
    this.pool = new HikariDataSource(settings);
    this.dialect = dialect;
  }

  /// Asks; everything that is read is of one moment.
  <T> T ask(Function<Jdbc, T> question) {
    try (Connection connection = pool.getConnection()) {
      // the pool never replaces a connection, so each keeps the statements that it has prepared
      Jdbc jdbc =
          reading.computeIfAbsent(
              connection.unwrap(SQLiteConnection.class), one -> new Jdbc(one, dialect));
      jdbc.execute("BEGIN");
      try {
        return question.apply(jdbc);
      } finally {
        jdbc.execute("COMMIT");
      }
    } catch (SQLException problem) {
      throw new StoreException(
          StoreException.Kind.OTHER, "could not read: " + problem.getMessage(), problem);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
