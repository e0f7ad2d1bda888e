package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Route.Needs;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.Contact;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Contacts: read, create, upsert, update, delete, look for a duplicate.
final class ContactsApi {
  static final Needs READ = new Needs("contacts.readonly", Routes.JULY);
  static final Needs WRITE = new Needs("contacts.write", Routes.JULY);

  private static final Shape CREATE = ContactBody.shape().needs(Kind.TEXT, "locationId");
  private static final Shape UPSERT =
      ContactBody.shape()
          .needs(Kind.TEXT, "locationId")
          .may(Kind.BOOLEAN, "createNewIfDuplicateAllowed");
  private static final Shape UPDATE = ContactBody.shape();

  private ContactsApi() {}

  static void addTo(Routes routes) {
    routes.get("/contacts/{contactId}", READ, ContactsApi::read);
    routes.get("/contacts/search/duplicate", READ.without422(), ContactsApi::findDuplicate);
    routes.post("/contacts/", WRITE, ContactsApi::create);
    routes.post("/contacts/upsert", WRITE, ContactsApi::upsert);
    routes.put("/contacts/{contactId}", WRITE, ContactsApi::update);
    routes.delete("/contacts/{contactId}", WRITE, ContactsApi::delete);
  }

  /// The contact that a path names.
  static Contact contact(Call call) {
    return contact(call, call.path("contactId"));
  }

  static Contact contact(Call call, String id) {
    if (!id.matches("[0-9A-Za-z_-]+")) {
      throw Refused.badRequest("contactId is not a valid id");
    }
    return call.world().contacts().find(id).orElseThrow(() -> Refused.notFound("Contact", id));
  }

  private static Answer read(Call call) {
    return Answer.ok(wrapped(call, contact(call)));
  }

  private static Answer findDuplicate(Call call) {
    call.needsLocation(call.neededQuery("locationId"));
    var found =
        call.world().contacts().duplicateOf(call.query("email"), call.query("number").strip());
    if (found.isEmpty()) {
      return Answer.ok(Json.object().putNull("contact"));
    }
    return Answer.ok(wrapped(call, found.get()));
  }

  private static Answer create(Call call) {
    var body = body(call, CREATE);
    if (!call.world().directory().location().allowsDuplicateContacts()) {
      refuseDuplicate(call, body);
    }
    var made = wrapped(call, make(call, body));
    // described for every answer about a contact but this one
    made.withObject("/contact").remove("name");
    return Answer.created(made);
  }

  private static Contact make(Call call, ContactBody body) {
    return call.world().contacts().create(Map.copyOf(body.details()), body::applyTo, By.API);
  }

  private static void refuseDuplicate(Call call, ContactBody body) {
    var known = call.world().contacts().duplicateOf(body.detail("email"), body.detail("phone"));
    if (known.isEmpty()) {
      return;
    }
    var contact = known.get();
    var byMail =
        !body.detail("email").isEmpty() && contact.email().equalsIgnoreCase(body.detail("email"));
    throw Refused.badRequest(
        "This location does not allow duplicated contacts.",
        Json.object()
            .put("contactId", contact.id())
            .put("contactName", contact.fullName())
            .put("matchingField", byMail ? "email" : "phone"));
  }

  /// When mail and phone belong to two contacts the one with the mail wins, and the phone that was
  /// sent is dropped without a word, as it is in the real CRM.
  private static Answer upsert(Call call) {
    var body = body(call, UPSERT);
    var contacts = call.world().contacts();
    var known = contacts.duplicateOf(body.detail("email"), body.detail("phone"));
    if (known.isEmpty()) {
      var made = make(call, body);
      return Answer.ok(wrapped(call, made).put("new", true));
    }
    var other = contacts.withDetail("phone", body.detail("phone"));
    var id = known.get().id();
    if (other.isPresent() && !other.get().id().equals(id)) {
      body.details().remove("phone");
    }
    var updated = contacts.edit(id, body::applyTo, By.API);
    return Answer.ok(wrapped(call, updated).put("new", false));
  }

  private static Answer update(Call call) {
    var contact = contact(call);
    var body = new ContactBody(UPDATE.check(call.body()), call.world().directory());
    var updated = call.world().contacts().edit(contact.id(), body::applyTo, By.API);
    return Answer.ok(wrapped(call, updated).put("succeded", true));
  }

  private static Answer delete(Call call) {
    call.world().contacts().delete(contact(call).id(), By.API);
    return Answer.succeded();
  }

  private static ContactBody body(Call call, Shape shape) {
    var checked = shape.check(call.body());
    call.needsLocation(checked.path("locationId").asString(""));
    return new ContactBody(checked, call.world().directory());
  }

  private static ObjectNode wrapped(Call call, Contact contact) {
    var locationId = call.world().directory().location().id();
    return Json.wrapped("contact", ContactJson.of(contact, locationId));
  }
}
