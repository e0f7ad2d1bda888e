package dev.interlock.engine.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.engine.store.Samples;
import dev.interlock.engine.store.Store;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions that are asked for each account, or after every look at the server's health, read the
/// end of an index, and no table.
class BoundedQueriesTest {
  @TempDir Path folder;

  private List<String> plan(String question) throws SQLException {
    Path file = folder.resolve("interlock.db");
    try (Store store = SqliteStore.open(StoreConfig.of(file))) {
      Samples.furnish(store);
    }
    var steps = new ArrayList<String>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("EXPLAIN QUERY PLAN " + question.replace("?1", "1"))) {
      while (rows.next()) {
        steps.add(rows.getString("detail"));
      }
    }
    return steps;
  }

  @Test
  void whenAnAccountWasHeardLastIsTheEndOfAnIndex() throws SQLException {
    assertThat(plan(Counting.HEARD))
        .anyMatch(step -> step.contains("event USING COVERING INDEX event_latest"))
        .anyMatch(step -> step.contains("inbox USING INDEX inbox_waiting"))
        .anyMatch(step -> step.contains("inbox USING INDEX inbox_aside"))
        .noneMatch(step -> step.startsWith("SCAN event") || step.startsWith("SCAN inbox"))
        .noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  @Test
  void whichAccountsHaveDriftedIsReadFromAnIndexOfThoseAlone() throws SQLException {
    assertThat(plan(Counting.DRIFTED))
        .anyMatch(step -> step.contains("attention USING INDEX attention_drifted"));
  }
}
