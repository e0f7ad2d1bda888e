package dev.interlock.sandbox.http;

/// The sandbox cannot be started because its port cannot be had.
public final class CannotListenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int port;

  CannotListenException(int port, Exception cause) {
    super(
        "cannot listen on 127.0.0.1:" + port + "; is another sandbox running? Port 0 takes any",
        cause);
    this.port = port;
  }

  /// The port that was wanted.
  public int port() {
    return port;
  }
}
