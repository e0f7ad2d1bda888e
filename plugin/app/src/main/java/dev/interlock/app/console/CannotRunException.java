package dev.interlock.app.console;

import org.jspecify.annotations.Nullable;

/// What was asked for cannot be done as things are: a setting is wrong, a file is missing, a port
/// is taken. The message is for whoever typed the command, and says what to do.
public final class CannotRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotRunException(String message) {
    super(message);
  }

  public CannotRunException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
