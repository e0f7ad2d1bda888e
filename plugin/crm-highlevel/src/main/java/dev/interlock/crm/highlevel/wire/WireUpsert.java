package dev.interlock.crm.highlevel.wire;

import java.util.Optional;

/// What became of an upsert.
public record WireUpsert(Json json) {
  public WireUpsert {
    var _ = new WireContact(json.at("contact"));
  }

  public WireContact contact() {
    return new WireContact(json.at("contact"));
  }

  /// Whether the contact was made by this call; empty when the CRM did not say.
  public Optional<Boolean> created() {
    return json.flag("new");
  }
}
