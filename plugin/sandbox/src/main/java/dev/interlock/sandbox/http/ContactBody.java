package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.world.Contact;
import dev.interlock.sandbox.world.CustomField;
import dev.interlock.sandbox.world.Directory;
import dev.interlock.sandbox.world.DoNotDisturb;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a caller wants a contact to be.
final class ContactBody {
  private static final String[] PLAIN = {
    "firstName",
    "lastName",
    "email",
    "phone",
    "address1",
    "city",
    "state",
    "postalCode",
    "website",
    "timezone",
    "source",
    "country",
    "assignedTo",
    "companyName",
    "gender"
  };

  private final ObjectNode body;
  private final Directory directory;
  private final Map<String, String> details = new LinkedHashMap<>();

  ContactBody(ObjectNode body, Directory directory) {
    this.body = body;
    this.directory = directory;
    readDetails();
  }

  /// The fields that creating, upserting and updating have in common.
  static Shape shape() {
    return new Shape()
        .may(Kind.TEXT, PLAIN)
        .may(Kind.TEXT, "name", "dateOfBirth")
        .may(Kind.BOOLEAN, "dnd")
        .may(Kind.OBJECT, "dndSettings", "inboundDndSettings")
        .may(Kind.TEXTS, "tags")
        .may(Kind.OBJECTS, "customFields");
  }

  Map<String, String> details() {
    return details;
  }

  String detail(String name) {
    return details.getOrDefault(name, "");
  }

  /// The contact with everything that was sent. What was not sent stays as it is.
  Contact applyTo(Contact contact) {
    var changed = contact.withDetails(details).withCustomFields(customFields());
    if (body.path("tags").isArray()) {
      var tags = new LinkedHashSet<String>();
      body.path("tags").forEach(tag -> tags.add(tag.stringValue()));
      changed = changed.withTags(tags);
    }
    return changed.withSilence(silence(changed.silence()));
  }

  private void readDetails() {
    readName();
    for (var name : PLAIN) {
      readPlain(name);
    }
    readPlain("dateOfBirth");
    normalizePhone();
    if (!detail("email").isEmpty() && !detail("email").matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
      throw Refused.invalid("email must be an email");
    }
    if (!detail("assignedTo").isEmpty() && !isColleague(detail("assignedTo"))) {
      throw Refused.invalid("assignedTo must be a user of this location");
    }
  }

  private void readName() {
    var parts = body.path("name").asString("").strip().split("\\s+", 2);
    if (!parts[0].isEmpty()) {
      details.put("firstName", parts[0]);
      details.put("lastName", parts.length > 1 ? parts[1] : "");
    }
  }

  /// A null clears a field.
  private void readPlain(String name) {
    var value = body.path(name);
    if (!value.isMissingNode()) {
      details.put(name, value.isNull() ? "" : value.stringValue().strip());
    }
  }

  private void normalizePhone() {
    if (!detail("phone").isEmpty()) {
      var phone = Phone.normalized(detail("phone"));
      details.put(
          "phone", phone.orElseThrow(() -> Refused.invalid("phone must be a valid phone number")));
    }
  }

  private boolean isColleague(String userId) {
    return directory.colleagues().stream().anyMatch(user -> user.id().equals(userId));
  }

  private DoNotDisturb silence(DoNotDisturb now) {
    var settings = new LinkedHashMap<String, DoNotDisturb.Setting>();
    body.path("dndSettings")
        .propertyStream()
        .forEach(entry -> settings.put(channel(entry.getKey()), setting(entry.getValue())));
    var changed = now.with(settings);
    return body.path("dnd").isBoolean()
        ? changed.everywhere(body.path("dnd").booleanValue())
        : changed;
  }

  private static String channel(String name) {
    if (!DoNotDisturb.CHANNELS.contains(name)) {
      throw Refused.invalid("dndSettings.property " + name + " should not exist");
    }
    return name;
  }

  private static DoNotDisturb.Setting setting(JsonNode node) {
    var status = node.path("status").asString("");
    if (!List.of("active", "inactive", "permanent").contains(status)) {
      throw Refused.invalid(
          "dndSettings.status must be one of the following values: active, inactive, permanent");
    }
    return new DoNotDisturb.Setting(
        status, node.path("message").asString(""), node.path("code").asString(""));
  }

  /// Fields are named by id or by key. Options that the field does not have do not stick.
  private Map<String, JsonNode> customFields() {
    var fields = new LinkedHashMap<String, JsonNode>();
    body.path("customFields").forEach(entry -> readCustomField(entry, fields));
    return fields;
  }

  private void readCustomField(JsonNode entry, Map<String, JsonNode> fields) {
    var value = entry.has("field_value") ? entry.path("field_value") : entry.path("fieldValue");
    var field =
        directory
            .customField(entry.path("id").asString(""), entry.path("key").asString(""))
            .orElseThrow(() -> Refused.badRequest("Invalid custom field id or key"));
    if (!value.isMissingNode() && isPossible(field, value)) {
      fields.put(field.id(), value);
    }
  }

  private static boolean isPossible(CustomField field, JsonNode value) {
    var written = value.asString("");
    return field.options().isEmpty() || written.isBlank() || field.options().contains(written);
  }
}
