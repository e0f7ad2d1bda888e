package dev.interlock.crm.highlevel.wire;

import java.util.List;
import java.util.Optional;

/// One page of a conversation's messages, newest first.
public record WireMessagePage(Json json) {
  /// @param json the answer; its content really lies one level deeper than the vendor describes it
  public WireMessagePage {
    if (json.at("messages").isObject()) {
      json = json.at("messages");
    }
    var _ = json.all("messages", WireMessage::new);
  }

  public List<WireMessage> messages() {
    return json.all("messages", WireMessage::new);
  }

  /// Where the next page begins; empty when this is the last one.
  public Optional<String> next() {
    return json.flag("nextPage").orElse(false) ? json.text("lastMessageId") : Optional.empty();
  }
}
