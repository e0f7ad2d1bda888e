package dev.interlock.sandbox.webhooks;

import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Change;
import dev.interlock.sandbox.world.Contact;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is told about contacts: always the whole contact, never what changed.
final class ContactNotices {
  private static final List<String> TOLD =
      List.of(
          "address1",
          "city",
          "state",
          "companyName",
          "country",
          "source",
          "dateOfBirth",
          "email",
          "firstName",
          "lastName",
          "phone",
          "postalCode",
          "website",
          "assignedTo");

  private ContactNotices() {}

  static List<Notice> created(Contact contact) {
    return List.of(new Notice("ContactCreate", fields(contact)));
  }

  static List<Notice> deleted(Contact contact) {
    return List.of(new Notice("ContactDelete", fields(contact)));
  }

  static List<Notice> changed(Change.ContactChanged change) {
    var notices = new ArrayList<Notice>();
    if (change.touchesFields()) {
      notices.add(new Notice("ContactUpdate", fields(change.after())));
    }
    if (change.touchesTags()) {
      notices.add(new Notice("ContactTagUpdate", fields(change.after())));
    }
    if (change.touchesSilence()) {
      notices.add(new Notice("ContactDndUpdate", withSettings(change.after())));
    }
    return notices;
  }

  private static ObjectNode fields(Contact contact) {
    var fields = JsonNodeFactory.instance.objectNode();
    fields.put("id", contact.id());
    TOLD.stream()
        .filter(name -> !contact.detail(name).isEmpty())
        .forEach(name -> fields.put(name, contact.detail(name)));
    fields.put("name", contact.fullName());
    fields.put("dateAdded", Iso.utc(contact.added()));
    fields.put("dnd", contact.silence().everywhere());
    contact.tags().forEach(fields.putArray("tags")::add);
    fields.putArray("attachments");
    var custom = fields.putArray("customFields");
    contact
        .customFields()
        .forEach((id, value) -> custom.addObject().put("id", id).set("value", value));
    return fields;
  }

  private static ObjectNode withSettings(Contact contact) {
    var fields = fields(contact);
    var settings = fields.putObject("dndSettings");
    contact
        .silence()
        .channels()
        .forEach((channel, setting) ->
            settings
                .putObject(channel)
                .put("status", setting.status())
                .put("message", setting.message())
                .put("code", setting.code()));
    return fields;
  }
}
