package dev.interlock.crm.highlevel.webhook;

import org.jspecify.annotations.Nullable;

/// A key for checking webhooks that cannot be used; the message says which and why.
public final class WebhookKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WebhookKeyException(String message) {
    super(message);
  }

  WebhookKeyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
