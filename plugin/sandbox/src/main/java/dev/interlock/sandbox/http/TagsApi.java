package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.Contact;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Adding and removing a contact's tags. Both take a body, the removing DELETE too.
final class TagsApi {
  private static final Shape TAGS = new Shape().needs(Kind.TEXTS, "tags");

  private TagsApi() {}

  static void addTo(Routes routes) {
    routes.post("/contacts/{contactId}/tags", ContactsApi.WRITE, TagsApi::add);
    routes.delete("/contacts/{contactId}/tags", ContactsApi.WRITE, TagsApi::remove);
  }

  private static Answer add(Call call) {
    var contact = ContactsApi.contact(call);
    return Answer.created(tags(call.world().contacts().addTags(contact.id(), names(call), By.API)));
  }

  private static Answer remove(Call call) {
    var contact = ContactsApi.contact(call);
    return Answer.ok(tags(call.world().contacts().removeTags(contact.id(), names(call), By.API)));
  }

  private static List<String> names(Call call) {
    var names =
        TAGS.check(call.body()).path("tags").valueStream().map(JsonNode::stringValue).toList();
    if (names.isEmpty()) {
      throw Refused.invalid("tags should not be empty");
    }
    return names;
  }

  private static ObjectNode tags(Contact contact) {
    var json = Json.object();
    contact.tags().forEach(json.putArray("tags")::add);
    return json;
  }
}
