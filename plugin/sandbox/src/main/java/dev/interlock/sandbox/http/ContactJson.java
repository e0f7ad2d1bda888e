package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Contact;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// How the API writes a contact. Fields that are not set are left out.
final class ContactJson {
  private ContactJson() {}

  static ObjectNode of(Contact contact, String locationId) {
    var json = Json.object();
    json.put("id", contact.id());
    json.put("locationId", locationId);
    contact.details().forEach(json::put);
    if (!contact.email().isEmpty()) {
      json.put("emailLowerCase", contact.email().toLowerCase(Locale.ROOT));
    }
    json.put("name", contact.fullName());
    json.put("fullNameLowerCase", contact.fullName().toLowerCase(Locale.ROOT));
    json.put("type", contact.details().getOrDefault("type", "lead"));
    json.put("country", contact.details().getOrDefault("country", "US"));
    contact.tags().forEach(json.putArray("tags")::add);
    json.put("dnd", contact.silence().everywhere());
    writeSilence(contact, json);
    var custom = json.putArray("customFields");
    contact
        .customFields()
        .forEach((id, value) -> custom.addObject().put("id", id).set("value", value));
    json.put("dateAdded", Iso.utc(contact.added()));
    json.put("dateUpdated", Iso.utc(contact.updated()));
    return json;
  }

  private static void writeSilence(Contact contact, ObjectNode json) {
    if (contact.silence().channels().isEmpty()) {
      return;
    }
    var settings = json.putObject("dndSettings");
    contact
        .silence()
        .channels()
        .forEach((channel, setting) ->
            settings
                .putObject(channel)
                .put("status", setting.status())
                .put("message", setting.message())
                .put("code", setting.code()));
  }
}
