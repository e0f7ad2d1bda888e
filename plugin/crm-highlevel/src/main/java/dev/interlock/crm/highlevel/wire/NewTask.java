package dev.interlock.crm.highlevel.wire;

import java.time.Instant;

/// A task to be made for a contact.
///
/// @param body details, empty for none; a short reference of ours in it lets us find the task again
/// @param assignedTo a user's id, empty for nobody
public record NewTask(String title, Instant due, String body, String assignedTo) {
  public static NewTask titled(String title, Instant due) {
    return new NewTask(title, due, "", "");
  }

  public NewTask saying(String details) {
    return new NewTask(title, due, details, assignedTo);
  }

  public NewTask assignedTo(String userId) {
    return new NewTask(title, due, body, userId);
  }

  Body json() {
    return Body.of("title", title)
        .with("dueDate", Times.iso(due))
        .with("completed", false)
        .unlessEmpty("body", body)
        .unlessEmpty("assignedTo", assignedTo);
  }
}
