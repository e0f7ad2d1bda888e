package dev.interlock.crm.highlevel.wire;

import java.util.Optional;

/// One of the CRM's own automations; what is inside it cannot be read.
public record WireWorkflow(Json json) {
  public WireWorkflow {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> name() {
    return json.text("name");
  }

  public Optional<String> status() {
    return json.text("status");
  }
}
