package dev.interlock.engine.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.engine.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/// Flyway is started only where it has something to do or to say.
class MigrationsTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void makeOne() {
    file = folder.resolve("interlock.db");
    SqliteStore.open(StoreConfig.of(file)).close();
  }

  private boolean isUpToDate() {
    var source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    return Schema.isUpToDate(source, file);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = connection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  @Test
  void aFileThatHasHadAllMigrationsNeedsNone() {
    assertThat(isUpToDate()).isTrue();
  }

  @Test
  void oneThatMissesTheLastMigrationNeedsIt() throws SQLException {
    execute(
        "DELETE FROM flyway_schema_history WHERE installed_rank ="
            + " (SELECT max(installed_rank) FROM flyway_schema_history)");

    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void oneWithAMigrationOfANewerVersionIsNotTakenForOurs() throws SQLException {
    execute(
        """
        INSERT INTO flyway_schema_history
          (installed_rank, version, description, type, script, installed_by, execution_time, success)
        VALUES (900, '900', 'the future', 'SQL', 'V900__the_future.sql', '', 1, 1)
        """);

    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void aMigrationThatWasAnotherOneThenIsNoticed() throws SQLException {
    execute("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '1'");

    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void aMigrationThatFailedIsNotTakenForDone() throws SQLException {
    execute("UPDATE flyway_schema_history SET success = 0 WHERE version = '2'");

    assertThat(isUpToDate()).isFalse();
  }

  @Test
  void aFileThatFlywayNeverSawNeedsEverything() throws SQLException {
    file = folder.resolve("other.db");
    execute("CREATE TABLE something (a)");

    assertThat(isUpToDate()).isFalse();
  }

  /// As where the driver's own library cannot be unpacked since the disk is full: what the driver
  /// says at the first attempt is the only thing that tells why.
  @Test
  void whatCannotEvenBeOpenedIsToldAtOnce() {
    file = folder;

    assertThatThrownBy(this::isUpToDate)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot use " + folder);
  }
}
