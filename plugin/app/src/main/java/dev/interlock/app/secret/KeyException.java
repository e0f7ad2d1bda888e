package dev.interlock.app.secret;

/// A key that is none, or that does not fit what was sealed. Its message says nothing of either.
public final class KeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
