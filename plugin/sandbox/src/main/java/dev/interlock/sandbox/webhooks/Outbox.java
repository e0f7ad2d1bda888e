package dev.interlock.sandbox.webhooks;

import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.time.Schedule;
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

/// Puts events into envelopes, lets them go wrong as ordered, and keeps them until they are due.
final class Outbox {
  private final String locationId;
  private final String appId;
  private final Seed seed;
  private final Duration latency;
  private final List<Misbehaviour> misbehaviours;
  private final Schedule<Delivery> schedule;
  private final Map<String, Integer> counters = new HashMap<>();

  Outbox(String locationId, Seed seed, WebhookSettings settings, Schedule<Delivery> schedule) {
    this.locationId = locationId;
    this.appId = settings.appId();
    this.seed = seed;
    this.latency = settings.latency();
    this.misbehaviours = settings.misbehaviours();
    this.schedule = schedule;
  }

  synchronized void post(Notice notice, String contactId, Instant at) {
    int count = counters.merge(contactId, 1, Integer::sum);
    var purpose = new String[] {"webhook", contactId, Integer.toString(count)};
    var webhookId =
        UUID.nameUUIDFromBytes(seed.identifier(purpose).getBytes(StandardCharsets.US_ASCII))
            .toString();
    var payload = JsonNodeFactory.instance.objectNode();
    payload.put("type", notice.type());
    payload.put("locationId", locationId);
    payload.put("appId", appId);
    payload.put("webhookId", webhookId);
    payload.put("timestamp", Iso.utc(at));
    payload.setAll(notice.fields());
    var planned =
        new Delivery(notice.type(), webhookId, contactId, payload, at.plus(latency), 1, true);
    misbehaved(planned).forEach(this::put);
  }

  void put(Delivery delivery) {
    schedule.add(delivery.due(), delivery.contactId(), delivery);
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
