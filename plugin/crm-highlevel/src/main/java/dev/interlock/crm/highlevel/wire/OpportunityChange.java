package dev.interlock.crm.highlevel.wire;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// What to write into an opportunity. What is not said stays as it is.
///
/// A stage is said together with its pipeline; the CRM misplaces it otherwise.
///
/// @param customFields values by field id
public record OpportunityChange(Map<String, Object> fields, Map<String, FieldValue> customFields) {

  public OpportunityChange {
    fields = Map.copyOf(fields);
    customFields = Map.copyOf(customFields);
  }

  public static OpportunityChange none() {
    return new OpportunityChange(Map.of(), Map.of());
  }

  public OpportunityChange toStage(String pipelineId, String stageId) {
    return with("pipelineId", pipelineId).with("pipelineStageId", stageId);
  }

  /// Sets `open`, `won`, `lost` or `abandoned`; the stage stays where it is.
  public OpportunityChange withStatus(String status) {
    return with("status", status);
  }

  public OpportunityChange named(String name) {
    return with("name", name);
  }

  public OpportunityChange worth(BigDecimal value) {
    return with("monetaryValue", value);
  }

  public OpportunityChange assignedTo(String userId) {
    return with("assignedTo", userId);
  }

  /// Writes a custom field; an empty text clears it.
  public OpportunityChange with(String fieldId, FieldValue value) {
    var copy = new HashMap<>(customFields);
    copy.put(fieldId, value);
    return new OpportunityChange(fields, copy);
  }

  private OpportunityChange with(String key, Object value) {
    var copy = new HashMap<>(fields);
    copy.put(key, value);
    return new OpportunityChange(copy, customFields);
  }

  Body body() {
    var body = new Body();
    new TreeMap<>(fields).forEach(body::with);
    return body.unlessEmpty(
        "customFields",
        new TreeMap<>(customFields)
            .entrySet().stream()
                .map(
                    field -> Map.of("id", field.getKey(), "field_value", Body.of(field.getValue())))
                .toList());
  }
}
