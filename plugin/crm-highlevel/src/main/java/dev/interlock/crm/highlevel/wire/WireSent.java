package dev.interlock.crm.highlevel.wire;

import java.util.List;
import java.util.Optional;

/// Receipt for a message that the CRM has queued; queued is not delivered.
public record WireSent(Json json) {
  public WireSent {
    var _ = json.required("messageId");
  }

  public String messageId() {
    return json.required("messageId");
  }

  public Optional<String> conversationId() {
    return json.text("conversationId");
  }

  public Optional<String> emailMessageId() {
    return json.text("emailMessageId");
  }

  /// All ids, when a message went out in several parts.
  public List<String> messageIds() {
    return json.texts("messageIds");
  }

  public Optional<String> status() {
    return json.text("status");
  }
}
