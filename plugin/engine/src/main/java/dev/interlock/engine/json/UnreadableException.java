package dev.interlock.engine.json;

/// A stored value cannot be read: it is damaged, or was written by a newer version of this program.
public final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableException(String message) {
    super(message);
  }

  UnreadableException(String message, Throwable cause) {
    super(message, cause);
  }
}
