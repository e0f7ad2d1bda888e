package dev.interlock.sandbox.records;

import java.time.Instant;
import java.util.List;

/// Tags that a contact got or lost at once.
public record TagChange(
    String contactId, List<String> added, List<String> removed, By by, Instant at) {
  /// Copies what it is given.
  public TagChange {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }
}
