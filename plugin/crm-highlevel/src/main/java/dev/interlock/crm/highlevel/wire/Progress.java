package dev.interlock.crm.highlevel.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import okhttp3.Call;
import okhttp3.EventListener;

/// Watches one call, to know afterwards whether any of it can have reached the CRM.
final class Progress extends EventListener {
  private volatile boolean sent;

  /// The listener that the call carries with it.
  static EventListener of(Call call) {
    return Objects.requireNonNullElse(call.request().tag(Progress.class), EventListener.NONE);
  }

  @Override
  public void requestHeadersStart(Call call) {
    sent = true;
  }

  /// What it means that no status came back.
  Failure failure(IOException broken) {
    if (Thread.currentThread().isInterrupted()) {
      return broken("we were interrupted");
    }
    // covers both a silent peer (SocketTimeoutException) and the limit of the call as a whole
    return broken instanceof InterruptedIOException
        ? new Failure.TimedOut(sent)
        : broken(broken.getClass().getSimpleName());
  }

  private Failure broken(String reason) {
    return sent ? new Failure.ConnectionLost(reason) : new Failure.ConnectionFailed(reason);
  }
}
