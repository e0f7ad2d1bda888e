package dev.interlock.crm.highlevel.wire;

import java.time.Instant;
import java.util.Optional;

/// A page of a location's messages to be read: for reconciling, and to see whether one went out.
///
/// @param contactId empty for all contacts
/// @param channel `SMS`, `Email`, `Call` ...; when empty the CRM leaves out e-mails
/// @param byChange whether the oldest change comes first; the newest message does otherwise
/// @param cursor where the page begins, empty for the first one
public record MessageExport(
    String contactId,
    String channel,
    Optional<Instant> since,
    int limit,
    boolean byChange,
    String cursor) {

  public MessageExport {
    if (limit < 10 || limit > 500) {
      throw new IllegalArgumentException("limit must lie between 10 and 500: " + limit);
    }
  }

  public static MessageExport of(String channel) {
    return new MessageExport("", channel, Optional.empty(), 100, false, "");
  }

  public MessageExport ofContact(String id) {
    return new MessageExport(id, channel, since, limit, byChange, cursor);
  }

  public MessageExport since(Instant start) {
    return new MessageExport(contactId, channel, Optional.of(start), limit, byChange, cursor);
  }

  /// Those that changed last come last.
  public MessageExport oldestChangeFirst() {
    return new MessageExport(contactId, channel, since, limit, true, cursor);
  }

  public MessageExport pagesOf(int messages) {
    return new MessageExport(contactId, channel, since, messages, byChange, cursor);
  }

  public MessageExport at(String nextCursor) {
    return new MessageExport(contactId, channel, since, limit, byChange, nextCursor);
  }

  WireCall addTo(WireCall call) {
    return call.query("limit", Integer.toString(limit))
        .queryUnlessEmpty("contactId", contactId)
        .queryUnlessEmpty("channel", channel)
        .queryUnlessEmpty("cursor", cursor)
        .queryUnlessEmpty("sortBy", byChange ? "updatedAt" : "")
        .queryUnlessEmpty("sortOrder", byChange ? "asc" : "")
        .queryUnlessEmpty("startDate", since.map(Times::iso).orElse(""));
  }
}
