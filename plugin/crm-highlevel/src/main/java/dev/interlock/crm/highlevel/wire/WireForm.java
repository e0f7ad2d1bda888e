package dev.interlock.crm.highlevel.wire;

import java.util.Optional;

/// A form of the location.
public record WireForm(Json json) {
  public WireForm {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> name() {
    return json.text("name");
  }
}
