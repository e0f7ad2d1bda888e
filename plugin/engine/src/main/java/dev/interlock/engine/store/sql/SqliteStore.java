package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/// The store in one SQLite file, used by one process.
public final class SqliteStore implements Store {
  private final Dialect dialect = new SqliteDialect();
  private final StoreConfig config;
  private final FileLocked locked;
  private final Readers readers;
  private final Connection writing;
  private final Writer writer;
  private final Numbers numbers = new Numbers();

  private SqliteStore(StoreConfig config, FileLocked locked, Readers readers, Connection writing) {
    this.config = config;
    this.locked = locked;
    this.readers = readers;
    this.writing = writing;
    this.writer = new Writer(writing, dialect, "store-writer", config.mostAtOnce());
  }

  /// Opens the file, making it or bringing it up to date where needed.
  ///
  /// @throws StoreException with one clear message when the file is in use, damaged or newer
  public static SqliteStore open(StoreConfig config) {
    FileLocked locked = FileLocked.of(config.file());
    try {
      SQLiteDataSource forWriting = source(config, config.file());
      if (!new Birth(config.file()).needed(file -> source(config, file))) {
        Schema.bringUpToDate(forWriting, config.file());
      }
      Connection writing = forWriting.getConnection();
      Erasure.overwrite(writing, "FAST");
      var store = new SqliteStore(config, locked, readers(config), writing);
      store.writer.start();
      return store;
    } catch (SQLException problem) {
      locked.close();
      throw Schema.unusable(config.file(), problem);
    } catch (RuntimeException problem) {
      locked.close();
      throw problem;
    }
  }

  private static SQLiteDataSource source(StoreConfig config, Path file) {
    return source(config, file, true);
  }

  private static SQLiteDataSource source(StoreConfig config, Path file, boolean references) {
    var settings = new SQLiteConfig();
    settings.setJournalMode(JournalMode.WAL);
    settings.setSynchronous(SynchronousMode.FULL);
    settings.enforceForeignKeys(references);
    settings.setBusyTimeout(Math.toIntExact(config.patience().toMillis()));
    // it would be asked for after each statement that changes a row
    settings.setGetGeneratedKeys(false);
    settings.setTempStore(SQLiteConfig.TempStore.MEMORY);
    var source = new SQLiteDataSource(settings);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static Readers readers(StoreConfig config) {
    return new Readers(source(config, config.file()), new SqliteDialect(), config);
  }

  @Override
  public <T> CompletableFuture<T> write(Work<T> work) {
    return writer.write(work);
  }

  @Override
  public <T> T read(Work<T> work) {
    return readers.ask(jdbc -> work.in(new SqlTables(new Scope(jdbc, numbers))));
  }

  @Override
  public void erase(InstallationId installation) {
    try (Connection own = source(config, config.file(), false).getConnection()) {
      Erasure.most(installation, own, dialect);
    } catch (SQLException problem) {
      throw new StoreException(
          StoreException.Kind.OTHER, "could not erase: " + problem.getMessage(), problem);
    }
    try {
      write(
              tables -> {
                Erasure.rest(installation, ((SqlTables) tables).scope());
                return installation;
              })
          .join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException problem ? problem : failure;
    }
    numbers.forget();
    writeBack();
  }

  /// What was erased is still in the log of the database, until that is written back and emptied.
  private void writeBack() {
    try (Connection own = source(config, config.file(), false).getConnection();
        var statement = own.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException problem) {
      throw new StoreException(
          StoreException.Kind.OTHER, "could not empty the log: " + problem.getMessage(), problem);
    }
  }

  @Override
  public Written written() {
    return writer.written();
  }

  @Override
  public Optional<Setback> setback() {
    return writer.setback();
  }

  @Override
  public Records records() {
    return new SqlRecords(this::readScope);
  }

  private <T> T readScope(Function<Scope, T> question) {
    return read(tables -> question.apply(((SqlTables) tables).scope()));
  }

  /// A setting of the writing connection, for tests.
  long writingPragma(String name) {
    return write(tables ->
            ((SqlTables) tables)
                .scope()
                .jdbc()
                .number("SELECT " + name + " AS n FROM pragma_" + name, _ -> {}))
        .join();
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
    try {
      writing.close();
    } catch (SQLException problem) {
      throw new StoreException(
          StoreException.Kind.OTHER, "could not close: " + problem.getMessage(), problem);
    } finally {
      locked.close();
    }
  }
}
