package dev.interlock.crm.highlevel.wire;

import java.math.BigDecimal;
import java.util.Optional;

/// An opportunity to be made. It begins `open`.
///
/// @param stageId empty for the pipeline's first stage
/// @param assignedTo a user's id, empty for nobody
public record NewOpportunity(
    String contactId,
    String name,
    String pipelineId,
    String stageId,
    Optional<BigDecimal> monetaryValue,
    String assignedTo) {

  public NewOpportunity(String contactId, String name, String pipelineId, String stageId) {
    this(contactId, name, pipelineId, stageId, Optional.empty(), "");
  }

  public NewOpportunity worth(BigDecimal value) {
    return new NewOpportunity(contactId, name, pipelineId, stageId, Optional.of(value), assignedTo);
  }

  public NewOpportunity assignedTo(String userId) {
    return new NewOpportunity(contactId, name, pipelineId, stageId, monetaryValue, userId);
  }

  Body body(String locationId) {
    return Body.of("pipelineId", pipelineId)
        .with("locationId", locationId)
        .with("name", name)
        .with("status", "open")
        .with("contactId", contactId)
        .unlessEmpty("pipelineStageId", stageId)
        .ifPresent("monetaryValue", monetaryValue)
        .unlessEmpty("assignedTo", assignedTo);
  }
}
