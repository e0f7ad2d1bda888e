package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Answer.Json;
import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Opportunity;
import dev.interlock.sandbox.world.Pipeline;
import dev.interlock.sandbox.world.World;
import tools.jackson.databind.node.ObjectNode;

/// How the API writes opportunities and pipelines.
final class OpportunityJson {
  private OpportunityJson() {}

  static ObjectNode of(Opportunity it, World world) {
    var json =
        Json.object()
            .put("id", it.id())
            .put("name", it.name())
            .put("monetaryValue", it.monetaryValue())
            .put("pipelineId", it.pipelineId())
            .put("pipelineStageId", it.stageId())
            .put("status", it.status())
            .put("contactId", it.contactId())
            .put("locationId", world.directory().location().id())
            .put("lastStatusChangeAt", Iso.utc(it.statusChanged()))
            .put("lastStageChangeAt", Iso.utc(it.stageChanged()))
            .put("lastActionDate", Iso.utc(it.updated()))
            .put("createdAt", Iso.utc(it.added()))
            .put("updatedAt", Iso.utc(it.updated()));
    putGiven(json, "assignedTo", it.assignedTo());
    putGiven(json, "source", it.source());
    putGiven(json, "lostReasonId", it.lostReasonId());
    var custom = json.putArray("customFields");
    it.customFields()
        .forEach((id, value) -> custom.addObject().put("id", id).set("fieldValue", value));
    json.putArray("followers");
    putContact(json, it, world);
    return json;
  }

  private static void putContact(ObjectNode json, Opportunity it, World world) {
    world
        .contacts()
        .find(it.contactId())
        .ifPresent(contact -> {
          var inner = json.putObject("contact");
          inner.put("id", contact.id()).put("name", contact.fullName());
          putGiven(inner, "email", contact.email());
          putGiven(inner, "phone", contact.phone());
          contact.tags().forEach(inner.putArray("tags")::add);
        });
  }

  static ObjectNode of(Pipeline pipeline, String locationId) {
    var json =
        Json.object()
            .put("id", pipeline.id())
            .put("name", pipeline.name())
            .put("showInFunnel", true)
            .put("showInPieChart", true)
            .put("locationId", locationId);
    var stages = json.putArray("stages");
    pipeline
        .stages()
        .forEach(stage ->
            stages
                .addObject()
                .put("id", stage.id())
                .put("name", stage.name())
                .put("position", stage.position())
                .put("showInFunnel", true)
                .put("showInPieChart", true));
    return json;
  }

  private static void putGiven(ObjectNode json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
