package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.ConflictException;
import dev.interlock.engine.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One connection, for one thread at a time. Turns what JDBC throws into what the port promises,
/// and keeps statements that it has prepared.
final class Jdbc implements AutoCloseable {
  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /// Where each statement has its columns, since the driver would ask SQLite for each result anew.
  private final Map<String, Map<String, Integer>> columns = new HashMap<>();

  Jdbc(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /// How to fill in the question marks.
  @FunctionalInterface
  interface Binder {
    void bind(Binding values) throws SQLException;
  }

  /// What to make of a row.
  @FunctionalInterface
  interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  /// Changes rows, and says how many. A row whose key is taken is a conflict.
  int update(String sql, Binder binder) {
    try {
      PreparedStatement statement = prepare(sql);
      binder.bind(new Binding(statement));
      return statement.executeUpdate();
    } catch (SQLException problem) {
      forget(sql, problem);
      throw translated(problem);
    }
  }

  /// Does something that neither reads nor changes rows, such as beginning a transaction.
  void execute(String sql) throws SQLException {
    try {
      prepare(sql).execute();
    } catch (SQLException problem) {
      forget(sql, problem);
      throw problem;
    }
  }

  /// Changes exactly one row; that it is another number by now is a conflict.
  void updateOne(String sql, String what, Binder binder) {
    if (update(sql, binder) != 1) {
      throw new ConflictException(what + " has changed meanwhile");
    }
  }

  <T> List<T> list(String sql, Binder binder, Reader<T> reader) {
    try {
      PreparedStatement statement = prepare(sql);
      binder.bind(new Binding(statement));
      try (var result = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        var row = new Row(result, columns.computeIfAbsent(sql, _ -> new HashMap<>()));
        while (result.next()) {
          all.add(reader.read(row));
        }
        return all;
      }
    } catch (SQLException problem) {
      forget(sql, problem);
      throw translated(problem);
    }
  }

  <T> Optional<T> one(String sql, Binder binder, Reader<T> reader) {
    return list(sql, binder, reader).stream().findFirst();
  }

  /// A single number, such as a count.
  long number(String sql, Binder binder) {
    return one(sql, binder, row -> row.number("n")).orElse(0L);
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known != null) {
      return known;
    }
    PreparedStatement fresh = connection.prepareStatement(sql);
    prepared.put(sql, fresh);
    return fresh;
  }

  /// A statement that failed halfway cannot be relied on any more.
  private void forget(String sql, SQLException problem) {
    PreparedStatement failed = prepared.remove(sql);
    if (failed == null) {
      return;
    }
    try {
      failed.close();
    } catch (SQLException second) {
      problem.addSuppressed(second);
    }
  }

  RuntimeException translated(SQLException problem) {
    if (dialect.isDuplicate(problem)) {
      return new ConflictException("a row with this key is there already");
    }
    return switch (dialect.kind(problem)) {
      case DISK_FULL ->
          new StoreException(
              StoreException.Kind.DISK_FULL,
              "the disk is full: nothing was stored; make room, then work goes on by itself",
              problem);
      case DISK_FAILS ->
          new StoreException(
              StoreException.Kind.DISK_FAILS,
              "the disk cannot be read or written: nothing was stored; work goes on by itself once"
                  + " it can ("
                  + problem.getMessage()
                  + ")",
              problem);
      case DAMAGED ->
          new StoreException(
              StoreException.Kind.DAMAGED,
              "the database is damaged; stop, keep the file, and restore the last backup",
              problem);
      case NEWER, IN_USE, CLOSED, OTHER ->
          new StoreException(
              StoreException.Kind.OTHER, "the database refused: " + problem.getMessage(), problem);
    };
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }
}
