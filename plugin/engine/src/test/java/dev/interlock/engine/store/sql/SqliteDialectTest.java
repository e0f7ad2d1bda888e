package dev.interlock.engine.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.engine.store.StoreException.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SqliteDialectTest {
  @ParameterizedTest
  @CsvSource({
    "SQLITE_FULL, DISK_FULL",
    "SQLITE_IOERR, DISK_FAILS",
    "SQLITE_IOERR_WRITE, DISK_FAILS",
    "SQLITE_IOERR_FSYNC, DISK_FAILS",
    "SQLITE_CORRUPT, DAMAGED",
    "SQLITE_CORRUPT_INDEX, DAMAGED",
    "SQLITE_NOTADB, DAMAGED",
    "SQLITE_ERROR, OTHER"
  })
  void tellsADiskThatFailsFromADamagedFile(SQLiteErrorCode code, Kind kind) {
    assertThat(new SqliteDialect().kind(new SQLiteException("refused", code))).isEqualTo(kind);
  }
}
