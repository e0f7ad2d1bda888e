package dev.interlock.crm.highlevel.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A search for opportunities that changed since a moment, the oldest change first.
///
/// @param page counted from 1: only where more changed at one moment than there is room for on a
///   page is there a second
public record ChangedOpportunities(Instant since, int page, int limit) {
  public ChangedOpportunities {
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException("limit must lie between 1 and 100: " + limit);
    }
  }

  public static ChangedOpportunities since(Instant start, int limit) {
    return new ChangedOpportunities(start, 1, limit);
  }

  /// The page whose [#place()] was kept.
  ///
  /// @throws WrongShapeException when the text is no place
  public static ChangedOpportunities from(String place, int limit) {
    int space = place.indexOf(' ');
    try {
      return new ChangedOpportunities(
          Instant.parse(place.substring(0, Math.max(0, space))),
          Integer.parseInt(place.substring(space + 1)),
          limit);
    } catch (RuntimeException foreign) {
      throw new WrongShapeException("no place in a search");
    }
  }

  /// The page that begins with the last one of this page.
  public ChangedOpportunities after(WireOpportunity last) {
    Instant end = last.updatedAt().orElse(since);
    return end.isAfter(since)
        ? new ChangedOpportunities(end, 1, limit)
        : new ChangedOpportunities(since, page + 1, limit);
  }

  /// As a text to be kept.
  public String place() {
    return since + " " + page;
  }

  Body body(String locationId) {
    Map<String, Object> details =
        Map.of(
            "notes", false, "tasks", false, "calendarEvents", false, "unReadConversations", false);
    return Body.of("locationId", locationId)
        .with("query", "")
        .with("limit", limit)
        .with("page", page)
        .with("searchAfter", List.of())
        .with("additionalDetails", details)
        .with("filters", List.of(ContactFilter.since("date_updated", since).body()))
        .with("sort", List.of(Map.of("field", "date_updated", "direction", "asc")));
  }
}
