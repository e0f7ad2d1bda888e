package dev.interlock.engine.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.engine.store.Samples;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {
  private static final String OF_INSTALLATIONS =
      """
      SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
      WHERE t.type = 'table' AND c.name = 'installation' AND t.name <> 'installation'
      """;

  @TempDir Path folder;

  /// A table that is added later must not be forgotten.
  @Test
  void erasesEveryTableThatHasAnythingOfAnInstallation() throws SQLException {
    Path file = folder.resolve("interlock.db");
    try (var store = SqliteStore.open(StoreConfig.of(file))) {
      Samples.furnish(store);
    }
    var tables = new ArrayList<String>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(OF_INSTALLATIONS)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }

    assertThat(Erasure.ALL).containsExactlyInAnyOrderElementsOf(tables);
  }
}
