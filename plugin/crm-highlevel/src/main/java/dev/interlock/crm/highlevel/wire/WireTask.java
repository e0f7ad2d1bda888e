package dev.interlock.crm.highlevel.wire;

import java.time.Instant;
import java.util.Optional;

/// A task of a contact.
public record WireTask(Json json) {
  public WireTask {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> title() {
    return json.text("title");
  }

  public Optional<String> body() {
    return json.text("body");
  }

  public Optional<String> assignedTo() {
    return json.text("assignedTo");
  }

  public Optional<String> contactId() {
    return json.text("contactId");
  }

  public Optional<Instant> dueDate() {
    return json.instant("dueDate");
  }

  public Optional<Boolean> completed() {
    return json.flag("completed");
  }
}
