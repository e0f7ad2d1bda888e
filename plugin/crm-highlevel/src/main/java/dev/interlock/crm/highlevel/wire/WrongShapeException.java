package dev.interlock.crm.highlevel.wire;

/// JSON from the CRM that lacks the little we insist on. Calls turn it into [Failure.Unreadable];
/// readers of webhooks meet it themselves.
public final class WrongShapeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String flaw;

  public WrongShapeException(String flaw) {
    super(flaw);
    this.flaw = flaw;
  }

  /// What is wrong, without any of the content.
  public String flaw() {
    return flaw;
  }
}
