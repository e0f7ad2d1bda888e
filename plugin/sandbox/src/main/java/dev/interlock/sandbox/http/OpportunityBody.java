package dev.interlock.sandbox.http;

import dev.interlock.sandbox.http.Shape.Kind;
import dev.interlock.sandbox.world.Opportunity;
import dev.interlock.sandbox.world.Pipeline;
import dev.interlock.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a caller wants an opportunity to be.
final class OpportunityBody {
  private static final List<String> STATUSES = List.of("open", "won", "lost", "abandoned");

  private final ObjectNode body;
  private final World world;

  OpportunityBody(ObjectNode body, World world) {
    this.body = body;
    this.world = world;
  }

  /// The fields that creating and updating have in common.
  static Shape shape() {
    return new Shape()
        .may(Kind.TEXT, "pipelineId", "pipelineStageId", "name", "status", "assignedTo")
        .may(Kind.NUMBER, "monetaryValue")
        .may(Kind.OBJECTS, "customFields");
  }

  Opportunity.Writing fresh() {
    var pipeline = pipeline(body.path("pipelineId").stringValue());
    var first = Opportunity.Writing.open(pipeline.stages().getFirst(), "", "api");
    return applyTo(first);
  }

  /// The writing with everything that was sent. What was not sent stays as it is.
  Opportunity.Writing applyTo(Opportunity.Writing old) {
    var stage = stage(old);
    return new Opportunity.Writing(
        stage.pipelineId(),
        stage.id(),
        body.path("name").asString(old.name()),
        status(body.path("status").asString(old.status())),
        body.path("monetaryValue").asDouble(old.monetaryValue()),
        body.path("assignedTo").asString(old.assignedTo()),
        old.source(),
        body.path("lostReasonId").asString(old.lostReasonId()),
        customFields(old.customFields()));
  }

  /// A stage without its pipeline is looked for in the pipeline that the card is in.
  private Pipeline.Stage stage(Opportunity.Writing old) {
    var pipeline = pipeline(body.path("pipelineId").asString(old.pipelineId()));
    var moved = !pipeline.id().equals(old.pipelineId());
    var fallback = moved ? pipeline.stages().getFirst().id() : old.stageId();
    return pipeline
        .stage(body.path("pipelineStageId").asString(fallback))
        .orElseThrow(() -> Refused.badRequest("The pipeline stage id is invalid."));
  }

  private Pipeline pipeline(String id) {
    return world
        .opportunities()
        .pipeline(id)
        .orElseThrow(() -> Refused.badRequest("The pipeline id is invalid."));
  }

  /// `all` is a word for searching only.
  static String status(String wanted) {
    if (!STATUSES.contains(wanted)) {
      throw Refused.invalid(
          "status must be one of the following values: " + String.join(", ", STATUSES));
    }
    return wanted;
  }

  private Map<String, JsonNode> customFields(Map<String, JsonNode> old) {
    var fields = new LinkedHashMap<>(old);
    body.path("customFields")
        .forEach(entry -> {
          var field =
              world
                  .directory()
                  .customField(entry.path("id").asString(""), entry.path("key").asString(""))
                  .orElseThrow(() -> Refused.badRequest("Invalid custom field id or key"));
          fields.put(field.id(), entry.path("field_value"));
        });
    return fields;
  }
}
