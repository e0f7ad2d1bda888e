package dev.interlock.engine.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.engine.store.Body;
import dev.interlock.engine.store.Inbox;
import dev.interlock.engine.store.Samples;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.StoreException.Kind;
import dev.interlock.engine.store.Tables;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
  void aFileThatIsCutOffIsRefused() throws IOException {
    try (var store = open()) {
      Samples.furnish(store);
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }

    refuses(Kind.DAMAGED, "restore the last backup");
  }

  @Test
  void aFileWithADamagedPageIsRefused() throws IOException {
    try (var store = open()) {
      Samples.furnish(store);
    }
    byte[] garbage = new byte[4096];
    Arrays.fill(garbage, (byte) 0x5a);
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(garbage), 10L * 4096);
    }

    refuses(Kind.DAMAGED, "restore the last backup");
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

  /// Lets the file grow no further, as on a full disk; `0` lets it grow again.
  private static void limit(SqliteStore store, int pages) {
    String pragma = "PRAGMA max_page_count = " + (pages == 0 ? 1_000_000 : pages);
    store
        .write(tables ->
            ((SqlTables) tables)
                .scope()
                .jdbc()
                .list(pragma, _ -> {}, row -> row.number("max_page_count")))
        .join();
  }

  private static Optional<Throwable> put(SqliteStore store, int number) {
    byte[] body = new byte[20_000];
    var delivery = new Inbox.Delivery("d" + number, "ann", "Test", Body.of(body), Samples.NOON);
    return store
        .write(tables -> tables.inbox().put(Samples.HERE, delivery))
        .handle((_, failure) -> Optional.ofNullable(failure))
        .join();
  }

  @Test
  void onAFullDiskNothingIsAcknowledgedThatIsNotThereAndWorkGoesOnWhenThereIsRoom() {
    try (var store = open()) {
      Samples.furnish(store);
      limit(store, 100);
      int acknowledged = 0;
      Optional<Throwable> failure = put(store, 0);
      while (failure.isEmpty()) {
        acknowledged++;
        failure = put(store, acknowledged);
      }

      assertThat(failure)
          .get()
          .isInstanceOfSatisfying(
              StoreException.class,
              problem -> assertThat(problem.kind()).isEqualTo(Kind.DISK_FULL));
      int stored = acknowledged;
      assertThat(store.read((Tables tables) -> tables.inbox().depth(Samples.HERE)))
          .isEqualTo(stored);

      limit(store, 0);
      assertThat(put(store, acknowledged)).isEmpty();
    }
  }

  @Test
  void thatNothingCanBeStoredIsKnownAsLongAsItLasts() {
    try (var store = open()) {
      Samples.furnish(store);
      limit(store, 100);
      assertThat(store.setback()).isEmpty();
      for (int number = 0; put(store, number).isEmpty(); number++) {
        assertThat(store.setback()).isEmpty();
      }
      assertThat(put(store, 1_000)).isPresent();

      assertThat(store.setback())
          .get()
          .satisfies(setback -> {
            assertThat(setback.reason()).contains("the disk is full").contains("make room");
            assertThat(setback.units()).isEqualTo(2);
          });
      assertThat(store.written().refused()).isEqualTo(2);
      // it is known already, so that nothing changes
      assertThat(put(store, 0)).isEmpty();
      assertThat(store.setback()).as("no room was needed").isPresent();

      limit(store, 0);
      assertThat(put(store, 1_000)).isEmpty();
      assertThat(store.setback()).isEmpty();
      assertThat(store.written().refused()).isEqualTo(2);
    }
  }

  /// On some failures, such as that of a disk, SQLite takes the whole transaction back by itself.
  @Test
  void aTransactionThatWasTakenBackDoesNotKeepLaterWorkFromBeingStored() {
    try (var store = open()) {
      Samples.furnish(store);

      for (int number = 0; number < 3; number++) {
        assertThat(takenBack(store)).failsWithin(Duration.ofSeconds(10));
        assertThat(put(store, number)).isEmpty();
      }

      assertThat(store.read((Tables tables) -> tables.inbox().depth(Samples.HERE))).isEqualTo(3);
    }
  }

  private static CompletableFuture<Boolean> takenBack(SqliteStore store) {
    return store.write(tables -> {
      try {
        ((SqlTables) tables).scope().jdbc().execute("ROLLBACK");
        return true;
      } catch (SQLException broken) {
        throw new IllegalStateException(broken);
      }
    });
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

  @Test
  void anEmptyFileWasOnceMoreAndIsNotBegunAnew() throws IOException {
    Files.createFile(file);

    refuses(Kind.DAMAGED, "restore the last backup");

    assertThat(file).isEmptyFile();
  }

  @Test
  void aFileThatIsGoneWhileItsLogIsThereIsNotBegunAnew() throws IOException {
    Files.write(folder.resolve("interlock.db-wal"), new byte[4096]);

    refuses(Kind.DAMAGED, "restore the last backup");

    assertThat(file).doesNotExist();
  }

  @Test
  void aFileWhoseMakingWasCutOffIsMadeAnew() throws IOException {
    Files.writeString(folder.resolve("interlock.db.new"), "half a data");
    Files.writeString(folder.resolve("interlock.db.new-wal"), "and half a log");

    try (var store = open()) {
      Samples.furnish(store);
    }

    assertThat(folder.resolve("interlock.db.new")).doesNotExist();
    assertThat(folder.resolve("interlock.db.new-wal")).doesNotExist();
  }
}
