package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.http.Route.Needs;
import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.world.CustomField;
import dev.interlock.sandbox.world.CustomValue;
import dev.interlock.sandbox.world.Tag;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The location, its tags, custom fields and custom values.
final class LocationsApi {
  private static final Needs READ = new Needs("locations.readonly", Routes.JULY);
  private static final Needs READ_TAGS = new Needs("locations/tags.readonly", Routes.JULY);
  private static final Needs WRITE_TAGS = new Needs("locations/tags.write", Routes.JULY);
  private static final Needs READ_FIELDS =
      new Needs("locations/customFields.readonly", Routes.JULY);
  private static final Needs WRITE_FIELDS = new Needs("locations/customFields.write", Routes.JULY);
  private static final Needs READ_VALUES =
      new Needs("locations/customValues.readonly", Routes.JULY);
  private static final Needs WRITE_VALUES = new Needs("locations/customValues.write", Routes.JULY);

  private static final Set<String> DATA_TYPES =
      Set.of(
          "TEXT",
          "LARGE_TEXT",
          "NUMERICAL",
          "PHONE",
          "MONETORY",
          "CHECKBOX",
          "SINGLE_OPTIONS",
          "MULTIPLE_OPTIONS",
          "DATE",
          "TEXTBOX_LIST",
          "FILE_UPLOAD",
          "RADIO",
          "EMAIL");
  private static final Shape TAG = new Shape().needs(Kind.TEXT, "name");
  private static final Shape VALUE = new Shape().needs(Kind.TEXT, "name", "value");
  private static final Shape FIELD =
      new Shape()
          .needs(Kind.TEXT, "name", "dataType")
          .may(Kind.TEXT, "model", "placeholder")
          .may(Kind.TEXTS, "acceptedFormat", "options")
          .may(Kind.OBJECTS, "textBoxListOptions")
          .may(Kind.BOOLEAN, "isMultipleFile")
          .may(Kind.NUMBER, "maxNumberOfFiles", "position");

  private LocationsApi() {}

  static void addTo(Routes routes) {
    routes.get("/locations/{locationId}", READ, LocationsApi::read);
    routes.get("/locations/{locationId}/tags", READ_TAGS, LocationsApi::tags);
    routes.post("/locations/{locationId}/tags", WRITE_TAGS, LocationsApi::createTag);
    routes.get("/locations/{locationId}/customFields", READ_FIELDS, LocationsApi::fields);
    routes.post("/locations/{locationId}/customFields", WRITE_FIELDS, LocationsApi::createField);
    routes.get("/locations/{locationId}/customValues", READ_VALUES, LocationsApi::values);
    routes.post("/locations/{locationId}/customValues", WRITE_VALUES, LocationsApi::createValue);
    routes.put("/locations/{locationId}/customValues/{id}", WRITE_VALUES, LocationsApi::editValue);
  }

  private static Answer read(Call call) {
    call.needsLocation(call.path("locationId"));
    var location = call.world().directory().location();
    var json =
        Json.object()
            .put("id", location.id())
            .put("companyId", location.companyId())
            .put("name", location.name())
            .put("country", "US")
            .put("timezone", location.zone().getId())
            .put("email", location.email())
            .put("phone", location.phone());
    json.putObject("business")
        .put("name", location.name())
        .put("timezone", location.zone().getId());
    json.putObject("settings")
        .put("allowDuplicateContact", location.allowsDuplicateContacts())
        .put("allowDuplicateOpportunity", location.allowsDuplicateOpportunities())
        .put("allowFacebookNameMerge", false)
        .put("disableContactTimezone", false);
    return Answer.ok(Json.wrapped("location", json));
  }

  private static Answer tags(Call call) {
    call.needsLocation(call.path("locationId"));
    var json = Json.object();
    call.world().directory().tags().stream()
        .map(tag -> json(call, tag))
        .forEach(json.putArray("tags")::add);
    return Answer.ok(json);
  }

  private static Answer createTag(Call call) {
    call.needsLocation(call.path("locationId"));
    var name = TAG.check(call.body()).path("name").stringValue();
    var lower = name.strip().toLowerCase(Locale.ROOT);
    if (call.world().directory().tags().stream().anyMatch(tag -> tag.name().equals(lower))) {
      throw Refused.badRequest("The tag name is already exist.");
    }
    return Answer.ok(Json.wrapped("tag", json(call, call.world().directory().tagNamed(name))));
  }

  private static ObjectNode json(Call call, Tag tag) {
    return Json.object()
        .put("id", tag.id())
        .put("name", tag.name())
        .put("locationId", call.path("locationId"));
  }

  private static Answer fields(Call call) {
    call.needsLocation(call.path("locationId"));
    var model = call.query("model").isEmpty() ? "contact" : call.query("model");
    var json = Json.object();
    call.world().directory().customFields().stream()
        .filter(field -> model.equals("all") || field.model().equals(model))
        .map(field -> json(call, field))
        .forEach(json.putArray("customFields")::add);
    return Answer.ok(json);
  }

  private static Answer createField(Call call) {
    call.needsLocation(call.path("locationId"));
    var body = FIELD.check(call.body());
    var dataType = body.path("dataType").stringValue();
    if (!DATA_TYPES.contains(dataType)) {
      throw Refused.invalid("dataType must be a valid enum value");
    }
    var options = body.path("options").valueStream().map(it -> it.asString("")).toList();
    var field =
        call.world()
            .directory()
            .addCustomField(
                body.path("name").stringValue(),
                dataType,
                body.path("model").asString("contact"),
                options);
    return Answer.created(Json.wrapped("customField", json(call, field)));
  }

  private static ObjectNode json(Call call, CustomField field) {
    var json =
        Json.object()
            .put("id", field.id())
            .put("name", field.name())
            .put("fieldKey", field.key())
            .put("dataType", field.dataType())
            .put("position", 0)
            .put("model", field.model())
            .put("locationId", call.path("locationId"));
    if (!field.options().isEmpty()) {
      field.options().forEach(json.putArray("picklistOptions")::add);
    }
    return json;
  }

  private static Answer values(Call call) {
    call.needsLocation(call.path("locationId"));
    var json = Json.object();
    call.world().directory().customValues().stream()
        .map(value -> json(call, value))
        .forEach(json.putArray("customValues")::add);
    return Answer.ok(json);
  }

  private static Answer createValue(Call call) {
    call.needsLocation(call.path("locationId"));
    var body = VALUE.check(call.body());
    var value =
        call.world()
            .directory()
            .setCustomValue(body.path("name").stringValue(), body.path("value").stringValue());
    return Answer.created(Json.wrapped("customValue", json(call, value)));
  }

  private static Answer editValue(Call call) {
    call.needsLocation(call.path("locationId"));
    var body = VALUE.check(call.body());
    var id = call.path("id");
    var directory = call.world().directory();
    if (directory.customValues().stream().noneMatch(value -> value.id().equals(id))) {
      throw Refused.notFound("Custom value", id);
    }
    var value =
        directory.editCustomValue(
            id, body.path("name").stringValue(), body.path("value").stringValue());
    return Answer.ok(Json.wrapped("customValue", json(call, value)));
  }

  private static ObjectNode json(Call call, CustomValue value) {
    return Json.object()
        .put("id", value.id())
        .put("name", value.name())
        .put("fieldKey", value.key())
        .put("value", value.value())
        .put("locationId", call.path("locationId"));
  }
}
