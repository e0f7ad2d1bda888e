package dev.interlock.bench.job;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Looks into the server's database from outside: what it stored itself is what counts.
record Database(Path file) {
  private static final int PAUSE_MILLIS = 50;
  private static final long MICROS = 1_000_000;

  /// Everything that waits to be worked on, and every run under way.
  long open() {
    return number(
        "SELECT (SELECT count(*) FROM inbox) + (SELECT count(*) FROM run WHERE over = 0)");
  }

  long verified() {
    return number("SELECT count(*) FROM run WHERE over = 1 AND proof = 'VERIFIED'");
  }

  /// There are no figures where not all ended verified, or a message was sent twice.
  ///
  /// @param counts what the CRM has to say of it
  void checked(long expected, Crm.Counts counts) {
    if (verified() != expected || counts.messages() != expected || counts.twice() != 0) {
      throw new IllegalStateException(
          "of %d runs %d ended verified; the CRM has %d messages, %d of them sent twice"
              .formatted(expected, verified(), counts.messages(), counts.twice()));
    }
  }

  /// When the last run ended.
  Instant lastEnd() {
    return Instant.EPOCH.plusNanos(1000 * number("SELECT max(ended_at) FROM run"));
  }

  /// How long after a moment the last of those runs was worked on whose timers fell due at it.
  Duration worstLag(Instant due) {
    long at = due.getEpochSecond() * MICROS + due.getNano() / 1000;
    long last =
        number(
            "SELECT max(first) FROM (SELECT min(at) AS first FROM journal WHERE at >= "
                + at
                + " GROUP BY run)");
    return Duration.ofNanos(1000 * (last - at));
  }

  /// Where a run waits for time to pass, if one does at this moment.
  Optional<String> waitingPlace() {
    return word("SELECT place FROM run WHERE state = 'WAITING' LIMIT 1");
  }

  /// The id of a run that is over.
  String lastRun() {
    return word("SELECT run FROM run WHERE over = 1 ORDER BY number LIMIT 1").orElseThrow();
  }

  /// Waits until no more than so much is open.
  void awaitOpen(long most, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    long begun = System.nanoTime();
    while (open() > most) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            open() + " webhooks and runs are still open after " + longest);
      }
      // counting must not become part of what is measured
      long counting = (System.nanoTime() - begun) / 1_000_000;
      Thread.sleep(Math.max(PAUSE_MILLIS, 20 * counting));
      begun = System.nanoTime();
    }
  }

  private long number(String sql) {
    return word(sql).map(Long::parseLong).orElse(0L);
  }

  private Optional<String> word(String sql) {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = 1");
      statement.execute("PRAGMA busy_timeout = 10000");
      try (var result = statement.executeQuery(sql)) {
        return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
      }
    } catch (SQLException unreadable) {
      throw new IllegalStateException("the database cannot be read", unreadable);
    }
  }
}
