package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.StoreException.Kind;
import java.sql.SQLException;

/// What differs from one database to the other, and nothing else.
sealed interface Dialect permits SqliteDialect {
  /// Whether a row with the same key was there already.
  boolean isDuplicate(SQLException problem);

  /// What sort of failure it is.
  Kind kind(SQLException problem);

  /// Whether the failure is the database's and not the statement's, so that the whole transaction
  /// is lost.
  boolean isFatal(SQLException problem);

  /// The statement that begins a transaction that will write.
  String begin();

  /// The query that counts the rows that this connection has changed, those that were rolled back
  /// included, as `n`.
  String changedRows();
}
