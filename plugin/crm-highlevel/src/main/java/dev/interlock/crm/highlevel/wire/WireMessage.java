package dev.interlock.crm.highlevel.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A message or call of a conversation.
public record WireMessage(Json json) {
  public WireMessage {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> contactId() {
    return json.text("contactId");
  }

  public Optional<String> conversationId() {
    return json.text("conversationId");
  }

  public Optional<String> locationId() {
    return json.text("locationId");
  }

  public Optional<String> body() {
    return json.text("body");
  }

  public Optional<String> subject() {
    return json.text("subject");
  }

  public Optional<String> userId() {
    return json.text("userId");
  }

  /// `TYPE_SMS`, `TYPE_EMAIL`, `TYPE_CALL` ...: the textual type, which is the one to trust.
  public Optional<String> messageType() {
    return json.firstText("messageTypeString", "messageType");
  }

  public Optional<String> direction() {
    return json.text("direction");
  }

  /// `pending`, `sent`, `delivered`, `failed` ... in no promised order.
  public Optional<String> status() {
    return json.text("status");
  }

  /// `api` for ours and other programs', `app` for people in the CRM, `workflow` for its
  /// automations.
  public Optional<String> source() {
    return json.text("source");
  }

  public Optional<Instant> dateAdded() {
    return json.instant("dateAdded");
  }

  public Optional<String> callStatus() {
    return json.text("callStatus").or(() -> json.at("meta").text("callStatus"));
  }

  public Optional<Duration> callDuration() {
    return json.number("callDuration")
        .or(() -> json.at("meta").number("callDuration"))
        .map(seconds -> Duration.ofSeconds(seconds.longValue()));
  }

  /// The ids under which e-mail bodies can be fetched.
  public List<String> emailMessageIds() {
    return json.at("meta").at("email").texts("messageIds");
  }
}
