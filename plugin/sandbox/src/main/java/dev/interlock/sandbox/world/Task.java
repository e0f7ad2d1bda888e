package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import java.time.Instant;

/// A task about a contact.
///
/// @param dueDate as the writer gave it, in ISO form
/// @param assignedTo empty when nobody is
public record Task(
    String id,
    String contactId,
    String title,
    String body,
    String assignedTo,
    String dueDate,
    boolean completed,
    Instant added,
    By by)
    implements Thing {

  /// The same task with other words on it.
  public Task rewritten(
      String newTitle,
      String newBody,
      String newAssignee,
      String newDueDate,
      boolean nowCompleted) {
    return new Task(
        id, contactId, newTitle, newBody, newAssignee, newDueDate, nowCompleted, added, by);
  }
}
