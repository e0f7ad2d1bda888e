package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import java.time.Instant;

/// A note about a contact.
///
/// @param userId who wrote it; empty when no colleague did
public record Note(
    String id, String contactId, String title, String body, String userId, Instant added, By by)
    implements Thing {

  /// The same note with other words in it.
  public Note rewritten(String newTitle, String newBody, String newUserId) {
    return new Note(id, contactId, newTitle, newBody, newUserId, added, by);
  }
}
