package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import javax.sql.DataSource;

/// A few connections that only read, each with the statements that it has prepared. Whoever finds
/// none free waits for one.
///
/// A pool of a library would do as well, but begins and ends each transaction by statements that
/// SQLite parses anew each time: more work than most of our questions.
final class Readers implements AutoCloseable {
  private final List<Connection> connections = new ArrayList<>();
  private final BlockingQueue<Jdbc> free;

  Readers(DataSource source, Dialect dialect, int count) throws SQLException {
    this.free = new ArrayBlockingQueue<>(count);
    try {
      for (int i = 0; i < count; i++) {
        Connection connection = source.getConnection();
        connections.add(connection);
        var jdbc = new Jdbc(connection, dialect);
        jdbc.execute("PRAGMA query_only = 1");
        free.add(jdbc);
      }
    } catch (SQLException problem) {
      close();
      throw problem;
    }
  }

  /// Asks; everything that is read is of one moment.
  <T> T ask(Function<Jdbc, T> question) {
    Jdbc jdbc = take();
    try {
      jdbc.execute("BEGIN");
      try {
        return question.apply(jdbc);
      } finally {
        jdbc.execute("COMMIT");
      }
    } catch (SQLException problem) {
      throw new StoreException(
          StoreException.Kind.OTHER, "could not read: " + problem.getMessage(), problem);
    } finally {
      free.add(jdbc);
    }
  }

  private Jdbc take() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return free.take();
        } catch (InterruptedException again) {
          // a question takes no time, so the interruption can wait for its answer
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    for (Connection connection : connections) {
      try {
        connection.close();
      } catch (SQLException problem) {
        throw new StoreException(
            StoreException.Kind.OTHER, "could not close: " + problem.getMessage(), problem);
      }
    }
  }
}
