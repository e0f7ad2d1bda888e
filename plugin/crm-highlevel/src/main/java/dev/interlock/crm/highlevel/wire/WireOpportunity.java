package dev.interlock.crm.highlevel.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An opportunity. Its status and its stage are independent of each other.
public record WireOpportunity(Json json) {
  public WireOpportunity {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> name() {
    return json.text("name");
  }

  public Optional<String> pipelineId() {
    return json.text("pipelineId");
  }

  public Optional<String> pipelineStageId() {
    return json.text("pipelineStageId");
  }

  public Optional<String> assignedTo() {
    return json.text("assignedTo");
  }

  public Optional<String> status() {
    return json.text("status");
  }

  public Optional<String> source() {
    return json.text("source");
  }

  public Optional<String> locationId() {
    return json.text("locationId");
  }

  public Optional<String> lostReasonId() {
    return json.text("lostReasonId");
  }

  public Optional<String> contactId() {
    return json.text("contactId").or(() -> json.at("contact").text("id"));
  }

  public Optional<BigDecimal> monetaryValue() {
    return json.number("monetaryValue");
  }

  public List<WireFieldValue> customFields() {
    return WireFieldValue.listOf(json.list("customFields"));
  }

  public Optional<Instant> lastStageChangeAt() {
    return json.instant("lastStageChangeAt");
  }

  public Optional<Instant> lastStatusChangeAt() {
    return json.instant("lastStatusChangeAt");
  }

  public Optional<Instant> createdAt() {
    return json.instant("createdAt");
  }

  public Optional<Instant> updatedAt() {
    return json.instant("updatedAt");
  }
}
