package dev.interlock.sandbox.webhooks;

import dev.interlock.sandbox.time.Seed;
import java.time.Duration;
import java.time.InstantSource;
import tools.jackson.databind.node.ObjectNode;

/// Tells of what people do with the app itself: install it, update it, remove it.
public final class AppWebhooks {
  private final InstantSource clock;
  private final Outbox outbox;

  /// Has a courier carry what is told.
  public AppWebhooks(InstantSource clock, Seed seed, WebhookSettings settings, Courier courier) {
    this.clock = clock;
    this.outbox = new Outbox("", seed, settings, courier);
  }

  /// Tells of something that happened just now.
  ///
  /// @param holder the location or company that it happened in
  /// @param delay how much later than usual it is sent
  public void tell(String type, ObjectNode fields, String holder, Duration delay) {
    outbox.post(new Notice(type, fields), holder, clock.instant(), delay);
  }
}
