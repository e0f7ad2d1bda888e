package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Route.Needs;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Contact;
import dev.interlock.sandbox.world.Message;
import java.util.Comparator;
import tools.jackson.databind.node.ObjectNode;

/// Conversations: one for each contact that ever wrote or was written to.
final class ConversationsApi {
  private static final Needs READ = new Needs("conversations.readonly", Routes.APRIL).without422();
  private static final Needs WRITE = new Needs("conversations.write", Routes.APRIL).without422();
  private static final Shape CREATE = new Shape().needs(Kind.TEXT, "locationId", "contactId");

  private ConversationsApi() {}

  static void addTo(Routes routes) {
    routes.get("/conversations/search", READ, ConversationsApi::search);
    routes.get("/conversations/{conversationId}", READ, ConversationsApi::read);
    routes.post("/conversations/", WRITE, ConversationsApi::create);
  }

  private static Answer search(Call call) {
    call.needsLocation(call.neededQuery("locationId"));
    var wanted = call.query("contactId");
    var direction = call.query("lastMessageDirection");
    var rows =
        call.world().contacts().all().stream()
            .filter(contact -> wanted.isEmpty() || wanted.equals(contact.id()))
            .flatMap(contact ->
                call.world().conversations().of(contact.id()).reversed().stream().limit(1))
            .filter(last -> direction.isEmpty() || direction.equals(last.direction().word()))
            .sorted(Comparator.comparing(Message::added).reversed())
            .toList();
    var json = Json.object();
    var conversations = json.putArray("conversations");
    rows.stream()
        .limit(call.number("limit", 20, 100))
        .map(last -> row(call, last))
        .forEach(conversations::add);
    return Answer.ok(json.put("total", rows.size()));
  }

  private static ObjectNode row(Call call, Message last) {
    var contact = call.world().contacts().known(last.contactId());
    var listed = MessageJson.listed(last, call.world().directory().location().id());
    return Json.object()
        .put("id", last.conversationId())
        .put("contactId", contact.id())
        .put("locationId", call.world().directory().location().id())
        .put("lastMessageBody", last.body())
        .put("lastMessageType", listed.path("messageType").asString(""))
        .put("lastMessageDate", last.added().toEpochMilli())
        .put("type", "TYPE_PHONE")
        .put("unreadCount", call.world().conversations().unreadOf(contact.id()))
        .put("fullName", contact.fullName())
        .put("contactName", contact.fullName())
        .put("email", contact.email())
        .put("phone", contact.phone());
  }

  private static Answer read(Call call) {
    var id = call.path("conversationId");
    var contact =
        call.world().contacts().all().stream()
            .filter(it -> call.world().conversations().idFor(it.id()).equals(id))
            .findFirst()
            .orElseThrow(() -> Refused.notFound("Conversation", id));
    return Answer.ok(
        Json.object()
            .put("id", id)
            .put("contactId", contact.id())
            .put("locationId", call.world().directory().location().id())
            .put("deleted", false)
            .put("inbox", true)
            .put("starred", false)
            .put("type", 1)
            .put("unreadCount", call.world().conversations().unreadOf(contact.id())));
  }

  private static Answer create(Call call) {
    var body = CREATE.check(call.body());
    call.needsLocation(body.path("locationId").stringValue());
    Contact contact = ContactsApi.contact(call, body.path("contactId").stringValue());
    if (!call.world().conversations().of(contact.id()).isEmpty()) {
      throw Refused.badRequest("Conversation already exists");
    }
    var now = Iso.utc(call.world().now());
    var conversation =
        Json.object()
            .put("id", call.world().conversations().idFor(contact.id()))
            .put("dateAdded", now)
            .put("dateUpdated", now)
            .put("lastMessageDate", now)
            .put("deleted", false)
            .put("contactId", contact.id())
            .put("locationId", call.world().directory().location().id());
    return Answer.created(Json.wrapped("conversation", conversation).put("success", true));
  }
}
