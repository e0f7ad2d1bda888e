package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Note;
import tools.jackson.databind.node.ObjectNode;

/// Notes of a contact.
final class NotesApi {
  private static final Shape CREATE =
      new Shape()
          .needs(Kind.TEXT, "body")
          .may(Kind.TEXT, "userId", "title", "color")
          .may(Kind.BOOLEAN, "pinned");
  private static final Shape UPDATE =
      new Shape().may(Kind.TEXT, "body", "userId", "title", "color").may(Kind.BOOLEAN, "pinned");

  private NotesApi() {}

  static void addTo(Routes routes) {
    routes.get("/contacts/{contactId}/notes", ContactsApi.READ, NotesApi::list);
    routes.post("/contacts/{contactId}/notes", ContactsApi.WRITE, NotesApi::create);
    routes.get("/contacts/{contactId}/notes/{id}", ContactsApi.READ, NotesApi::read);
    routes.put("/contacts/{contactId}/notes/{id}", ContactsApi.WRITE, NotesApi::update);
    routes.delete("/contacts/{contactId}/notes/{id}", ContactsApi.WRITE, NotesApi::delete);
  }

  private static Answer list(Call call) {
    var notes = call.world().notes().of(ContactsApi.contact(call).id());
    var json = Json.object();
    notes.stream().map(NotesApi::json).forEach(json.putArray("notes")::add);
    return Answer.ok(json);
  }

  private static Answer read(Call call) {
    return Answer.ok(Json.wrapped("note", json(note(call))));
  }

  private static Answer create(Call call) {
    var contact = ContactsApi.contact(call);
    var body = CREATE.check(call.body());
    var note = call.world().notes().create(contact.id(), bare -> written(bare, body), By.API);
    return Answer.created(Json.wrapped("note", json(note)));
  }

  private static Answer update(Call call) {
    var note = note(call);
    var body = UPDATE.check(call.body());
    var updated = call.world().notes().edit(note.id(), old -> written(old, body), By.API);
    return Answer.ok(Json.wrapped("note", json(updated)));
  }

  private static Answer delete(Call call) {
    call.world().notes().delete(note(call).id(), By.API);
    return Answer.succeded();
  }

  private static Note note(Call call) {
    var contact = ContactsApi.contact(call);
    var id = call.path("id");
    return call.world()
        .notes()
        .find(id)
        .filter(note -> note.contactId().equals(contact.id()))
        .orElseThrow(() -> Refused.notFound("Note", id));
  }

  private static Note written(Note note, ObjectNode body) {
    return note.rewritten(
        body.path("title").asString(note.title()),
        body.path("body").asString(note.body()),
        body.path("userId").asString(note.userId()));
  }

  private static ObjectNode json(Note note) {
    var json =
        Json.object()
            .put("id", note.id())
            .put("contactId", note.contactId())
            .put("body", note.body())
            .put("dateAdded", Iso.utc(note.added()));
    if (!note.title().isEmpty()) {
      json.put("title", note.title());
    }
    if (!note.userId().isEmpty()) {
      json.put("userId", note.userId());
    }
    return json;
  }
}
