package dev.interlock.engine;

/// The engine is asked for something that it cannot do; the message says what to do instead.
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EngineException(String message) {
    super(message);
  }
}
