package dev.interlock.engine.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A row of a result, read by column names.
final class Row {
  private final ResultSet result;
  private final Map<String, Integer> columns;

  /// @param columns where the columns are that were asked for in results of the same statement
  Row(ResultSet result, Map<String, Integer> columns) {
    this.result = result;
    this.columns = columns;
  }

  private int at(String column) throws SQLException {
    Integer known = columns.get(column);
    if (known != null) {
      return known;
    }
    int found = result.findColumn(column);
    columns.put(column, found);
    return found;
  }

  String text(String column) throws SQLException {
    String value = result.getString(at(column));
    if (value == null) {
      throw new SQLException("the column " + column + " is empty");
    }
    return value;
  }

  /// The text, or what stands for it where the column is empty.
  String textOr(String column, String other) throws SQLException {
    String value = result.getString(at(column));
    return value == null ? other : value;
  }

  <T> T name(String column, Function<String, T> type) throws SQLException {
    return type.apply(text(column));
  }

  <T> Optional<T> maybe(String column, Function<String, T> type) throws SQLException {
    return Optional.ofNullable(result.getString(at(column))).map(type);
  }

  <E extends Enum<E>> E word(String column, Class<E> type) throws SQLException {
    return Enum.valueOf(type, text(column));
  }

  <E extends Enum<E>> Optional<E> maybeWord(String column, Class<E> type) throws SQLException {
    return maybe(column, word -> Enum.valueOf(type, word));
  }

  long number(String column) throws SQLException {
    return result.getLong(at(column));
  }

  int count(String column) throws SQLException {
    return result.getInt(at(column));
  }

  boolean claim(String column) throws SQLException {
    return result.getLong(at(column)) == 1;
  }

  Instant time(String column) throws SQLException {
    return Times.moment(result.getLong(at(column)));
  }

  Optional<Instant> maybeTime(String column) throws SQLException {
    long stored = result.getLong(at(column));
    return result.wasNull() ? Optional.empty() : Optional.of(Times.moment(stored));
  }

  byte[] bytes(String column) throws SQLException {
    byte[] value = result.getBytes(at(column));
    return value == null ? new byte[0] : value;
  }
}
