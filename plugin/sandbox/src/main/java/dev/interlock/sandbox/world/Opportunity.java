package dev.interlock.sandbox.world;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A card on the board of a pipeline.
///
/// Stage and status are independent of each other, as they are in HighLevel.
///
/// @param status `open`, `won`, `lost` or `abandoned`
/// @param assignedTo empty when nobody is
/// @param source how it came to be; empty when unknown
public record Opportunity(
    String id,
    String contactId,
    String pipelineId,
    String stageId,
    String name,
    String status,
    double monetaryValue,
    String assignedTo,
    String source,
    String lostReasonId,
    Map<String, JsonNode> customFields,
    Instant added,
    Instant updated,
    Instant stageChanged,
    Instant statusChanged)
    implements Thing {
  /// Copies what it is given and keeps its order.
  public Opportunity {
    customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
  }

  /// What may be written about an opportunity.
  ///
  /// @param pipelineId the pipeline that the stage is in
  public record Writing(
      String pipelineId,
      String stageId,
      String name,
      String status,
      double monetaryValue,
      String assignedTo,
      String source,
      String lostReasonId,
      Map<String, JsonNode> customFields) {
    /// Copies what it is given and keeps its order.
    public Writing {
      customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
    }

    /// A new open card in a stage.
    public static Writing open(Pipeline.Stage stage, String name, String source) {
      return new Writing(stage.pipelineId(), stage.id(), name, "open", 0, "", source, "", Map.of());
    }

    /// The same, in another stage.
    public Writing in(Pipeline.Stage stage) {
      return new Writing(
          stage.pipelineId(),
          stage.id(),
          name,
          status,
          monetaryValue,
          assignedTo,
          source,
          lostReasonId,
          customFields);
    }
  }

  /// What is written about it now.
  public Writing writing() {
    return new Writing(
        pipelineId,
        stageId,
        name,
        status,
        monetaryValue,
        assignedTo,
        source,
        lostReasonId,
        customFields);
  }

  static Opportunity of(String id, String contactId, Writing writing, Instant now) {
    return new Opportunity(
        id,
        contactId,
        writing.pipelineId(),
        writing.stageId(),
        writing.name(),
        writing.status(),
        writing.monetaryValue(),
        writing.assignedTo(),
        writing.source(),
        writing.lostReasonId(),
        writing.customFields(),
        now,
        now,
        now,
        now);
  }

  Opportunity rewritten(Writing writing, Instant now) {
    return new Opportunity(
        id,
        contactId,
        writing.pipelineId(),
        writing.stageId(),
        writing.name(),
        writing.status(),
        writing.monetaryValue(),
        writing.assignedTo(),
        writing.source(),
        writing.lostReasonId(),
        writing.customFields(),
        added,
        now,
        stageId.equals(writing.stageId()) ? stageChanged : now,
        status.equals(writing.status()) ? statusChanged : now);
  }
}
