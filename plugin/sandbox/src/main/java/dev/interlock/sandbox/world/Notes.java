package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The notes.
public final class Notes {
  private final Ground ground;
  private final Map<String, Note> byId = new LinkedHashMap<>();

  Notes(Ground ground) {
    this.ground = ground;
  }

  /// The note with an id.
  public Optional<Note> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// All notes, oldest first.
  public List<Note> all() {
    return List.copyOf(byId.values());
  }

  /// All notes of a contact, oldest first.
  public List<Note> of(String contactId) {
    return byId.values().stream().filter(note -> note.contactId().equals(contactId)).toList();
  }

  /// Makes a note.
  public Note create(String contactId, UnaryOperator<Note> fill, By by) {
    var id = ground.newId("note", contactId);
    var note = fill.apply(new Note(id, contactId, "", "", "", ground.now(), by));
    byId.put(id, note);
    ground.tell(new Change.Created(note, by, ground.now()));
    return note;
  }

  /// Changes a note. Nothing is told when nothing changed.
  public Note edit(String id, UnaryOperator<Note> change, By by) {
    var before = known(id);
    var after = change.apply(before);
    if (!after.equals(before)) {
      byId.put(id, after);
      ground.tell(new Change.NoteChanged(before, after, by, ground.now()));
    }
    return after;
  }

  /// Deletes a note.
  public void delete(String id, By by) {
    var note = known(id);
    byId.remove(id);
    ground.tell(new Change.Deleted(note, by, ground.now()));
  }

  private Note known(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no note " + id));
  }
}
