package dev.interlock.crm.highlevel.wire;

import java.util.List;
import java.util.Optional;

/// One page of a location's messages.
public record WireMessageExport(Json json) {
  public WireMessageExport {
    var _ = json.all("messages", WireMessage::new);
  }

  public List<WireMessage> messages() {
    return json.all("messages", WireMessage::new);
  }

  /// Where the next page begins; empty when this is the last one.
  public Optional<String> nextCursor() {
    return json.text("nextCursor");
  }
}
