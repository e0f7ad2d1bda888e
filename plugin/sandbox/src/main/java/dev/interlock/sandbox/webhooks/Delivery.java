package dev.interlock.sandbox.webhooks;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// A webhook on its way to the receiver.
///
/// @param type the event, such as `ContactCreate`
/// @param contactId the contact that it is about; deliveries about one contact keep their order
/// @param payload what is sent, not to be changed
/// @param due when to send it
/// @param attempt from 1
/// @param genuine whether it will be signed with the right key
public record Delivery(
    String type,
    String webhookId,
    String contactId,
    ObjectNode payload,
    Instant due,
    int attempt,
    boolean genuine) {

  /// The same webhook, some time later than planned.
  public Delivery later(Duration delay) {
    return new Delivery(type, webhookId, contactId, payload, due.plus(delay), attempt, genuine);
  }

  /// The same webhook with a worthless signature.
  public Delivery forged() {
    return new Delivery(type, webhookId, contactId, payload, due, attempt, false);
  }

  /// The same webhook with other fields.
  public Delivery with(ObjectNode other) {
    return new Delivery(type, webhookId, contactId, other, due, attempt, genuine);
  }

  Delivery again(Instant when) {
    return new Delivery(type, webhookId, contactId, payload, when, attempt + 1, genuine);
  }
}
