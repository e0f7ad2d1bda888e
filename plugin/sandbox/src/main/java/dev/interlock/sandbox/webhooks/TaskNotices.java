package dev.interlock.sandbox.webhooks;

import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Note;
import dev.interlock.sandbox.world.Task;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is told about tasks and notes.
final class TaskNotices {
  private TaskNotices() {}

  static Notice of(String type, Task task) {
    var fields =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", task.id())
            .put("contactId", task.contactId())
            .put("title", task.title())
            .put("body", task.body())
            .put("dateAdded", Iso.utc(task.added()))
            .put("dueDate", task.dueDate());
    if (!task.assignedTo().isEmpty()) {
      fields.put("assignedTo", task.assignedTo());
    }
    return new Notice(type, fields);
  }

  static Notice of(String type, Note note) {
    return new Notice(
        type,
        JsonNodeFactory.instance
            .objectNode()
            .put("id", note.id())
            .put("contactId", note.contactId())
            .put("body", note.body())
            .put("dateAdded", Iso.utc(note.added())));
  }
}
