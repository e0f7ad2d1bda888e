package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Removes everything that is stored of one installation, a little at a time, so that those who
/// write for others wait for it no longer than for one another.
///
/// Most of it is removed on a connection of its own that looks for no references: each run would be
/// looked for in every message of every installation. What is left then, which is nothing or what
/// was written in the last moments, is removed with its references looked at.
///
/// What is removed is overwritten in the file at once.
final class Erasure {
  private static final String NUMBER = "SELECT number FROM installation WHERE installation = ?";

  /// Each removes some rows of the installation at most; the rows of its runs go before the runs.
  private static final List<String> PIECES =
      List.of(
          ofRuns("journal"),
          ofRuns("intent"),
          ofRuns("lane_lock"),
          ofRuns("announcement"),
          some("message", "contact, run, number"),
          some("stay", "contact, deal"),
          "DELETE FROM attention WHERE installation = ?1",
          "DELETE FROM audit WHERE installation = ?1",
          "DELETE FROM run WHERE number IN " + runs(),
          some("event", "number"),
          some("delivery", "delivery"),
          some("inbox", "number"),
          some("refusal", "number"),
          some("contact", "contact"),
          some("sighting", "kind, sighting"),
          some("foreign_act", "at, event"));

  /// Everything, in an order in which nothing that is left refers to what is gone.
  static final List<String> ALL =
      List.of(
          "journal",
          "intent",
          "lane_lock",
          "announcement",
          "message",
          "stay",
          "attention",
          "audit",
          "run",
          "event",
          "phrase",
          "delivery",
          "inbox",
          "refusal",
          "contact",
          "sighting",
          "foreign_act",
          "entry_waiting",
          "allowance",
          "sweep",
          "round",
          "contract_version",
          "operation_version");

  private Erasure() {}

  private static String runs() {
    return "(SELECT number FROM run WHERE installation = ?1 ORDER BY run LIMIT 200)";
  }

  private static String ofRuns(String table) {
    return "DELETE FROM " + table + " WHERE run IN " + runs();
  }

  private static String some(String table, String key) {
    return """
    DELETE FROM %1$s WHERE installation = ?1 AND (%2$s) IN
      (SELECT %2$s FROM %1$s WHERE installation = ?1 LIMIT 1000)
    """
        .formatted(table, key);
  }

  /// Removes most of it.
  ///
  /// @param own a connection for this alone, which looks for no references
  static void most(InstallationId installation, Connection own, Dialect dialect)
      throws SQLException {
    try (Jdbc jdbc = new Jdbc(own, dialect)) {
      overwrite(own, "1");
      Optional<Long> number =
          jdbc.one(NUMBER, sql -> sql.name(installation), row -> row.number("number"));
      if (number.isPresent()) {
        while (piece(jdbc, dialect, number.get()) > 0) {
          // until a piece finds nothing any more
        }
      }
    }
  }

  private static int piece(Jdbc jdbc, Dialect dialect, long number) throws SQLException {
    jdbc.execute(dialect.begin());
    try {
      int gone = 0;
      for (String piece : PIECES) {
        gone += jdbc.update(piece, sql -> sql.number(number));
      }
      jdbc.execute("COMMIT");
      return gone;
    } catch (SQLException | RuntimeException problem) {
      jdbc.execute("ROLLBACK");
      throw problem;
    }
  }

  /// Removes what is left, and the installation itself.
  static void rest(InstallationId installation, Scope scope) {
    Jdbc jdbc = scope.jdbc();
    Optional<Long> number =
        jdbc.one(NUMBER, sql -> sql.name(installation), row -> row.number("number"));
    if (number.isEmpty()) {
      return;
    }
    jdbc.list("PRAGMA secure_delete = 1", _ -> {}, _ -> true);
    for (String table : ALL) {
      jdbc.update(
          "DELETE FROM " + table + " WHERE installation = ?", sql -> sql.number(number.get()));
    }
    jdbc.update("DELETE FROM subscription WHERE account = ?", sql -> sql.name(installation));
    jdbc.update("DELETE FROM installation WHERE number = ?", sql -> sql.number(number.get()));
    jdbc.list("PRAGMA secure_delete = FAST", _ -> {}, _ -> true);
    scope.numbers().forget();
    scope.phrases().forget();
  }

  /// Whether what is removed is overwritten: `FAST` where that costs no writing, `1` everywhere.
  static void overwrite(Connection connection, String how) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA secure_delete = " + how);
    }
  }
}
