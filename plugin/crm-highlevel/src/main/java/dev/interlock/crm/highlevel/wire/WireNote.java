package dev.interlock.crm.highlevel.wire;

import java.time.Instant;
import java.util.Optional;

/// A note on a contact.
public record WireNote(Json json) {
  public WireNote {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> body() {
    return json.text("body");
  }

  public Optional<String> userId() {
    return json.text("userId");
  }

  public Optional<String> contactId() {
    return json.text("contactId");
  }

  public Optional<String> title() {
    return json.text("title");
  }

  public Optional<Instant> dateAdded() {
    return json.instant("dateAdded");
  }
}
