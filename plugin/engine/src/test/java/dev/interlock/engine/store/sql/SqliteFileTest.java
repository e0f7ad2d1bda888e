package dev.interlock.engine.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.engine.store.Samples;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.StoreException.Kind;
import dev.interlock.engine.store.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What SQLite's file goes through.
class SqliteFileTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("interlock.db");
  }

  private SqliteStore open() {
    return SqliteStore.open(StoreConfig.of(file));
  }

  private void refuses(Kind kind, String words) {
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            StoreException.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind))
        .hasMessageContaining(words)
        .hasMessageContaining(file.toString());
  }

  private void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void whatWasStoredIsThereWhenTheFileIsOpenedAgain() {
    try (var store = open()) {
      Samples.furnish(store);
    }
    try (var store = open()) {
      assertThat(store.read((Tables tables) -> tables.versions().operation(Samples.HERE)))
          .contains("the operation");
    }
  }

  @Test
  void onePersonMayReadWhileAProcessWorks() {
    try (var store = open();
        var reading = SqliteReading.open(StoreConfig.of(file))) {
      assertThat(reading.records().installations()).isEmpty();

      Samples.furnish(store);

      assertThat(reading.records().installations()).contains(Samples.HERE);
    }
  }

  @Test
  void whatNobodyWroteCannotBeRead() {
    assertThatThrownBy(() -> SqliteReading.open(StoreConfig.of(file)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("nothing has run with this data folder");
  }

  @Test
  void twoProcessesDoNotWorkOnOneFile() {
    try (var _ = open()) {
      refuses(Kind.IN_USE, "is in use");
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
    String letter = "Dear reader, ".repeat(500);
    Files.writeString(file, letter);

    refuses(Kind.DAMAGED, "restore the last backup");
    assertThat(Files.readString(file)).isEqualTo(letter);
  }

  @Test
  void aFileOfANewerVersionIsRefused() throws SQLException {
    open().close();
    execute(
        """
        INSERT INTO flyway_schema_history
          (installed_rank, version, description, type, script, installed_by, execution_time, success)
        VALUES (900, '900', 'the future', 'SQL', 'V900__the_future.sql', '', 1, 1)
        """);

    refuses(Kind.NEWER, "newer Interlock");
  }

  @Test
  void aMigrationThatWasChangedAfterwardsIsRefused() throws SQLException {
    open().close();
    execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");

    refuses(Kind.OTHER, "cannot use");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    file = folder.resolve("nowhere").resolve("interlock.db");

    refuses(Kind.OTHER, "is its folder there");
  }

  @Test
  void everyCommitIsFlushedToTheDisk() throws SQLException {
    try (var store = open()) {
      Samples.furnish(store);
      try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          var statement = connection.createStatement();
          var mode = statement.executeQuery("PRAGMA journal_mode")) {
        assertThat(mode.getString(1)).isEqualTo("wal");
      }
      assertThat(store.writingPragma("synchronous")).isEqualTo(2);
      assertThat(store.writingPragma("foreign_keys")).isEqualTo(1);
    }
  }
}
