package dev.interlock.crm.highlevel.wire;

import java.util.Optional;

/// A service that messages of one channel can go out by.
public record WireChannelProvider(Json json) {
  public WireChannelProvider {
    var _ = json.required("_id");
  }

  public Optional<String> name() {
    return json.text("name");
  }

  /// Whether messages go out by it that name no other.
  public boolean isDefault() {
    return json.flag("default").orElse(false);
  }
}
