package dev.interlock.crm.highlevel.event;

import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.EventPattern.TaskChange;
import dev.interlock.crm.highlevel.wire.Json;
import java.time.Instant;

/// What became of tasks and notes. Notes are told by their number: their words are nobody's
/// business but the account's.
final class WorkEvents {
  private WorkEvents() {}

  static void task(Draft draft) {
    Json json = draft.notice().json();
    String id = json.id();
    String title = json.text("title").orElse("");
    if (draft.notice().kind() == EventKind.TASK_COMPLETE) {
      draft.tell(
          "task-completed/" + id + "/" + draft.notice().version(),
          draft.notice().happenedAt(),
          Provenance.UNKNOWN,
          new Happening.TaskHappened(TaskChange.COMPLETED, id, title));
      return;
    }
    draft.tell(
        "task-created/" + id,
        made(draft),
        Provenance.UNKNOWN,
        new Happening.TaskHappened(TaskChange.CREATED, id, title));
  }

  static void note(Draft draft) {
    String id = draft.notice().json().id();
    draft.tell("note-added/" + id, made(draft), Provenance.UNKNOWN, new Happening.NoteAdded(id));
  }

  private static Instant made(Draft draft) {
    return draft.notice().json().instant("dateAdded").orElseGet(draft.notice()::happenedAt);
  }
}
