package dev.interlock.crm.highlevel.wire;

import java.util.Optional;

/// A constant of the whole location, such as a booking link.
public record WireCustomValue(Json json) {
  public WireCustomValue {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> name() {
    return json.text("name");
  }

  public Optional<String> fieldKey() {
    return json.text("fieldKey");
  }

  public Optional<String> value() {
    return json.text("value");
  }
}
