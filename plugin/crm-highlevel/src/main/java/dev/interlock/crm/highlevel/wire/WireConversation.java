package dev.interlock.crm.highlevel.wire;

import java.time.Instant;
import java.util.Optional;

/// A contact's conversation: one thread for all channels.
public record WireConversation(Json json) {
  public WireConversation {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> contactId() {
    return json.text("contactId");
  }

  public Optional<String> locationId() {
    return json.text("locationId");
  }

  public Optional<String> lastMessageType() {
    return json.text("lastMessageType");
  }

  public Optional<String> lastMessageDirection() {
    return json.text("lastMessageDirection");
  }

  public Optional<Instant> lastMessageDate() {
    return json.instant("lastMessageDate");
  }
}
