package dev.interlock.engine.store;

import java.util.concurrent.CompletionException;

/// The store cannot do what it is for: the disk is full, the file is damaged, or there is a bug.
/// Nothing of the unit of work that failed has been stored.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  public StoreException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public StoreException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /// What sort of failure it is.
  public Kind kind() {
    return kind;
  }

  /// Whether nothing is wrong but the disk, so that the same may succeed later.
  public boolean isOfTheDisk() {
    return switch (kind) {
      case DISK_FULL, DISK_FAILS -> true;
      case DAMAGED, NEWER, IN_USE, CLOSED, OTHER -> false;
    };
  }

  /// Whether a unit of work was refused because of the disk. Whoever tries again later need not say
  /// so: the store does, once for all.
  ///
  /// @param problem what came of waiting for the unit
  public static boolean isRefusedByDisk(Throwable problem) {
    return problem instanceof CompletionException
        && problem.getCause() instanceof StoreException refused
        && refused.isOfTheDisk();
  }

  /// Whether it has nothing to do with the disk, the file or whoever else uses it, so that somebody
  /// has to mend this program.
  public boolean isOurFault() {
    return switch (kind) {
      case DISK_FULL, DISK_FAILS, DAMAGED, NEWER, IN_USE -> false;
      case CLOSED, OTHER -> true;
    };
  }

  /// What sort of failure a store can have.
  public enum Kind {
    /// There is no room; nothing is damaged, and it works again once there is.
    DISK_FULL,
    /// The disk cannot be read or written, for another reason than that it is full.
    DISK_FAILS,
    /// The file is no database of ours, or it is damaged.
    DAMAGED,
    /// The file was written by a newer version of this program.
    NEWER,
    /// Another process uses the file.
    IN_USE,
    /// The store was closed.
    CLOSED,
    /// Anything else; see the cause.
    OTHER
  }
}
