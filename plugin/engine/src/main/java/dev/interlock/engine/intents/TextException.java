package dev.interlock.engine.intents;

/// A text of a contract cannot be filled in. The verifier finds that before a contract goes live.
final class TextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TextException(Exception cause) {
    super("the text cannot be filled in: " + cause.getMessage(), cause);
  }
}
