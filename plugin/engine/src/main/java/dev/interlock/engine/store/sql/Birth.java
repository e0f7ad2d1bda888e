package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.StoreException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.sqlite.SQLiteDataSource;

/// Makes a database file where there is none.
///
/// It is made under another name and gets its own one when it is whole. SQLite would make one under
/// its own name step by step, and take an empty file, as a broken disk leaves it, for a new one:
/// all that was known would be forgotten without a word. So what has the name and is empty was once
/// more, and so was what is gone while its log is still there.
///
/// @param file the file's own name
record Birth(Path file) {

  /// Sees to it that there is a file.
  ///
  /// @param source reaches a file with a name
  /// @return whether it was made just now, and is up to date
  boolean needed(Function<Path, SQLiteDataSource> source) {
    try {
      if (Files.exists(file)) {
        if (Files.size(file) == 0) {
          throw Schema.damaged(file, new IOException("nothing is left in it"));
        }
        return false;
      }
      if (isThere(beside(file, "-wal"))) {
        throw Schema.damaged(file, new IOException("it is gone, and its log is still there"));
      }
      make(source);
      return true;
    } catch (IOException problem) {
      throw new StoreException(
          Kind.OTHER, "cannot use " + file + ": " + problem.getMessage(), problem);
    }
  }

  private void make(Function<Path, SQLiteDataSource> source) throws IOException {
    Path unborn = beside(file, ".new");
    for (String rest : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(beside(unborn, rest));
    }
    Schema.bringUpToDate(source.apply(unborn), unborn);
    foldIn(source.apply(unborn), unborn);
    Files.move(unborn, file, StandardCopyOption.ATOMIC_MOVE);
    // the name has to survive a power cut as well
    try (var folder = FileChannel.open(parent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  /// All of it is in one file afterwards.
  private static void foldIn(SQLiteDataSource source, Path unborn) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException problem) {
      throw Schema.unusable(unborn, problem);
    }
  }

  private Path parent() {
    return file.toAbsolutePath().resolveSibling("");
  }

  private static boolean isThere(Path other) throws IOException {
    return Files.exists(other) && Files.size(other) > 0;
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }
}
