package dev.interlock.crm;

/// A stored delivery cannot be translated at the moment: its ids have names that cannot be read
/// now. Nothing is lost by translating it again later.
public final class NotNowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotNowException(String message) {
    super(message);
  }
}
