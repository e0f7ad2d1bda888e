package dev.interlock.sandbox.webhooks;

import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.time.Seed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;

/// Puts events into envelopes, lets them go wrong as ordered, and hands them to the courier.
final class Outbox {
  private final String locationId;
  private final String appId;
  private final Seed seed;
  private final Duration latency;
  private final List<Misbehaviour> misbehaviours;
  private final Courier courier;
  private final Map<String, Integer> counters = new HashMap<>();

  /// @param locationId the location that all of them name; empty when each does so for itself
  Outbox(String locationId, Seed seed, WebhookSettings settings, Courier courier) {
    this.locationId = locationId;
    this.appId = settings.appId();
    this.seed = seed;
    this.latency = settings.latency();
    this.misbehaviours = settings.misbehaviours();
    this.courier = courier;
  }

  synchronized void post(Notice notice, String contactId, Instant at, Duration delay) {
    if (!courier.hasReceiver()) {
      return;
    }
    int count = counters.merge(contactId, 1, Integer::sum);
    var purpose = new String[] {"webhook", contactId, Integer.toString(count)};
    var webhookId =
        UUID.nameUUIDFromBytes(seed.identifier(purpose).getBytes(StandardCharsets.US_ASCII))
            .toString();
    var payload = JsonNodeFactory.instance.objectNode();
    payload.put("type", notice.type());
    if (!locationId.isEmpty()) {
      payload.put("locationId", locationId);
    }
    payload.put("appId", appId);
    payload.put("webhookId", webhookId);
    payload.put("timestamp", Iso.utc(at));
    payload.setAll(notice.fields());
    var planned =
        new Delivery(
            notice.type(), webhookId, contactId, payload, at.plus(latency).plus(delay), 1, true);
    misbehaved(planned).forEach(courier::put);
  }

  private List<Delivery> misbehaved(Delivery planned) {
    var deliveries = List.of(planned);
    for (int i = 0; i < misbehaviours.size(); i++) {
      var chance = seed.about("misbehaviour", Integer.toString(i), planned.webhookId());
      var next = new ArrayList<Delivery>();
      for (var delivery : deliveries) {
        next.addAll(misbehaviours.get(i).upon(delivery, chance));
      }
      deliveries = next;
    }
    return deliveries;
  }
}
