package dev.interlock.engine.store.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

/// Binds the values of a statement in the order of its question marks.
final class Binding {
  private final PreparedStatement statement;
  private int next = 1;

  Binding(PreparedStatement statement) {
    this.statement = statement;
  }

  Binding text(String value) throws SQLException {
    statement.setString(next++, value);
    return this;
  }

  /// A value that writes itself as text, such as a name.
  Binding name(Object value) throws SQLException {
    return text(value.toString());
  }

  Binding maybe(Optional<?> value) throws SQLException {
    if (value.isPresent()) {
      return name(value.get());
    }
    statement.setNull(next++, Types.VARCHAR);
    return this;
  }

  Binding number(long value) throws SQLException {
    statement.setLong(next++, value);
    return this;
  }

  Binding claim(boolean holds) throws SQLException {
    return number(holds ? 1 : 0);
  }

  Binding time(Instant value) throws SQLException {
    return number(Times.stored(value));
  }

  Binding alarm(Optional<Instant> value) throws SQLException {
    if (value.isPresent()) {
      return number(Times.storedAlarm(value.get()));
    }
    statement.setNull(next++, Types.BIGINT);
    return this;
  }

  Binding maybeTime(Optional<Instant> value) throws SQLException {
    if (value.isPresent()) {
      return time(value.get());
    }
    statement.setNull(next++, Types.BIGINT);
    return this;
  }

  Binding bytes(byte[] value) throws SQLException {
    statement.setBytes(next++, value);
    return this;
  }
}
