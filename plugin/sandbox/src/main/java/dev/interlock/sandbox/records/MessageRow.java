package dev.interlock.sandbox.records;

import java.time.Instant;

/// A message or call, as it stands now.
///
/// @param direction `inbound` or `outbound`
/// @param channel `SMS`, `Email` or `CALL`
/// @param body what was written; for mail the text as sent, tags and all; empty for a call
/// @param source `api`, `app`, `workflow`; empty when it came in
/// @param status `pending`, `sent`, `delivered`, `failed` and so on, as HighLevel writes it
public record MessageRow(
    String id,
    String contactId,
    Instant at,
    String direction,
    String channel,
    String subject,
    String body,
    String source,
    String status,
    By by) {

  /// Whether it left through the API.
  public boolean isSentThroughApi() {
    return direction.equals("outbound") && source.equals("api");
  }

  /// Whether it is known not to have arrived.
  public boolean isLost() {
    return status.equals("failed") || status.equals("undelivered");
  }

  /// What a reader would take for the same message.
  String sameness() {
    return String.join(
        "\n", contactId, channel, subject.strip(), body.strip().replaceAll("\\s+", " "));
  }
}
