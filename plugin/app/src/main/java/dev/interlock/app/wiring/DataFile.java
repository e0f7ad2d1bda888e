package dev.interlock.app.wiring;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.sql.SqliteStore;
import dev.interlock.engine.store.sql.StoreConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The database in the data folder.
public final class DataFile {
  private static final String NAME = "interlock.db";

  private DataFile() {}

  /// Where it is.
  public static Path in(Path folder) {
    return folder.resolve(NAME);
  }

  /// Opens it, and makes it where it is missing.
  ///
  /// @throws CannotRunException when it cannot be used
  public static Store open(Path folder) {
    try {
      Files.createDirectories(folder);
      return SqliteStore.open(StoreConfig.of(in(folder)));
    } catch (IOException problem) {
      throw new CannotRunException(
          "the data folder " + folder + " cannot be made or written to", problem);
    } catch (StoreException problem) {
      throw new CannotRunException(String.valueOf(problem.getMessage()), problem);
    }
  }
}
