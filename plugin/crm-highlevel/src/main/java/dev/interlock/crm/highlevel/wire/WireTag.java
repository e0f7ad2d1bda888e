package dev.interlock.crm.highlevel.wire;

import java.util.Optional;

/// A tag that the location knows. Contacts refer to it by its name.
public record WireTag(Json json) {
  public WireTag {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> name() {
    return json.text("name");
  }
}
