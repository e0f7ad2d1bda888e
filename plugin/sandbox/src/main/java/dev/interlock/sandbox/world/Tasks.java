package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The tasks.
public final class Tasks {
  private final Ground ground;
  private final Map<String, Task> byId = new LinkedHashMap<>();

  Tasks(Ground ground) {
    this.ground = ground;
  }

  /// The task with an id.
  public Optional<Task> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// All tasks, oldest first.
  public List<Task> all() {
    return List.copyOf(byId.values());
  }

  /// All tasks of a contact, oldest first.
  public List<Task> of(String contactId) {
    return byId.values().stream().filter(task -> task.contactId().equals(contactId)).toList();
  }

  /// Makes a task.
  public Task create(String contactId, UnaryOperator<Task> fill, By by) {
    var id = ground.newId("task", contactId);
    var task = fill.apply(new Task(id, contactId, "", "", "", "", false, ground.now(), by));
    byId.put(id, task);
    ground.tell(new Change.Created(task, by, ground.now()));
    return task;
  }

  /// Changes a task. Nothing is told when nothing changed.
  public Task edit(String id, UnaryOperator<Task> change, By by) {
    var before = known(id);
    var after = change.apply(before);
    if (!after.equals(before)) {
      byId.put(id, after);
      ground.tell(new Change.TaskChanged(before, after, by, ground.now()));
    }
    return after;
  }

  /// Deletes a task.
  public void delete(String id, By by) {
    var task = known(id);
    byId.remove(id);
    ground.tell(new Change.Deleted(task, by, ground.now()));
  }

  private Task known(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no task " + id));
  }
}
