package dev.interlock.crm.highlevel.wire;

import java.time.Instant;
import java.util.Optional;

/// The e-mail behind a message: lists of messages tell neither its subject nor its text.
public record WireEmail(Json json) {
  public WireEmail {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> subject() {
    return json.text("subject");
  }

  public Optional<String> body() {
    return json.text("body");
  }

  /// What the mail service calls it, as far as the vendor says.
  public Optional<String> altId() {
    return json.text("altId");
  }

  /// As with messages, in no promised order.
  public Optional<String> status() {
    return json.text("status");
  }

  public Optional<Instant> dateAdded() {
    return json.instant("dateAdded");
  }
}
