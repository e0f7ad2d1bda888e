package dev.interlock.engine.store;

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

  /// What sort of failure a store can have.
  public enum Kind {
    /// There is no room; nothing is damaged, and it works again once there is.
    DISK_FULL,
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
