package dev.interlock.engine.store;

/// What a unit of work was based on has changed meanwhile: read again and decide again.
public final class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConflictException(String what) {
    super(what, null, false, false);
  }
}
