package dev.interlock.engine.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However many deals stand in stages, none is gone through that is not meant.
class StayPlansTest {
  private static final Map<String, String> PLANS =
      Map.of(
          SqlStays.DUE, "SEARCH stay USING INDEX stay_waiting (installation=? AND due_at<?)",
          SqlStays.FREE, "SEARCH stay USING PRIMARY KEY (installation=? AND contact=?)",
          SqlStays.DUE_AGAIN, "SEARCH stay USING INDEX stay_told (installation=? AND due_at<?)",
          SqlStays.TOO_EARLY, "SEARCH stay USING INDEX stay_told (installation=? AND due_at>?)",
          SqlStays.NEXT, "SEARCH stay USING INDEX stay_waiting (installation=? AND due_at>?)",
          SqlStays.NEXT_STAGE,
              "SEARCH stay USING INDEX stay_standing"
                  + " (installation=? AND pipeline=? AND stage>?)",
          SqlStays.NEXT_PIPELINE,
              "SEARCH stay USING INDEX stay_standing (installation=? AND pipeline>?)",
          SqlStays.SHORTER,
              "SEARCH stay USING INDEX stay_standing"
                  + " (installation=? AND pipeline=? AND stage=? AND allowed<?)",
          SqlStays.LONGER,
              "SEARCH stay USING INDEX stay_standing"
                  + " (installation=? AND pipeline=? AND stage=? AND allowed>?)",
          SqlStays.AFTER,
              "SEARCH stay USING INDEX stay_standing"
                  + " (installation=? AND pipeline=? AND stage=? AND allowed=? AND since>?)");

  @TempDir Path folder;

  private static List<String> plan(Connection connection, String query) throws SQLException {
    var steps = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("EXPLAIN QUERY PLAN " + query)) {
      while (rows.next()) {
        steps.add(rows.getString("detail").replace("COVERING ", ""));
      }
    }
    return steps;
  }

  @Test
  void everyQuestionIsAnsweredFromAnIndex() throws SQLException {
    Path file = folder.resolve("interlock.db");
    SqliteStore.open(StoreConfig.of(file)).close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      for (var query : PLANS.entrySet()) {
        assertThat(plan(connection, query.getKey())).containsExactly(query.getValue());
      }
    }
  }
}
