package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps a second process from working on the same file: two of them would send everything twice.
/// The operating system lets go of the lock when a process dies.
final class FileLocked implements AutoCloseable {
  private final FileChannel channel;

  private FileLocked(FileChannel channel) {
    this.channel = channel;
  }

  static FileLocked of(Path file) {
    Path beside = file.resolveSibling(file.getFileName() + ".lock");
    try {
      FileChannel channel =
          FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tried(channel);
      if (lock == null) {
        channel.close();
        throw inUse(file);
      }
      return new FileLocked(channel);
    } catch (IOException problem) {
      throw new StoreException(
          StoreException.Kind.OTHER,
          "cannot use " + file + ": is its folder there and can it be written to?",
          problem);
    }
  }

  private static @Nullable FileLock tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ourselves) {
      return null;
    }
  }

  private static StoreException inUse(Path file) {
    return new StoreException(
        StoreException.Kind.IN_USE,
        file + " is in use by another Interlock; stop it first, or use another data folder");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
