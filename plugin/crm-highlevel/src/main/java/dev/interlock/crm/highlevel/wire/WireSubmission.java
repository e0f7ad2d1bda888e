package dev.interlock.crm.highlevel.wire;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A filled-in form.
public record WireSubmission(Json json) {
  public WireSubmission {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> contactId() {
    return json.text("contactId");
  }

  public Optional<String> formId() {
    return json.text("formId");
  }

  public Optional<String> name() {
    return json.text("name");
  }

  public Optional<String> email() {
    return json.text("email");
  }

  public Optional<Instant> createdAt() {
    return json.instant("createdAt");
  }

  /// What was filled in, by field id.
  public Map<String, Json> answers() {
    return json.at("others").members();
  }
}
