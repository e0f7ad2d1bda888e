package dev.interlock.crm.highlevel.wire;

import java.util.Optional;

/// A search for opportunities. The index behind it lags: decide on the opportunity itself.
///
/// @param contactId empty for all contacts
/// @param pipelineId empty for all pipelines
/// @param status `open`, `won`, `lost`, `abandoned` or `all`
public record OpportunitySearch(
    String contactId,
    String pipelineId,
    String status,
    int limit,
    Optional<WireOpportunityPage.Next> position) {

  public OpportunitySearch {
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException("limit must lie between 1 and 100: " + limit);
    }
  }

  public static OpportunitySearch all() {
    return new OpportunitySearch("", "", "all", 100, Optional.empty());
  }

  public OpportunitySearch ofContact(String id) {
    return new OpportunitySearch(id, pipelineId, status, limit, position);
  }

  public OpportunitySearch inPipeline(String id) {
    return new OpportunitySearch(contactId, id, status, limit, position);
  }

  public OpportunitySearch withStatus(String word) {
    return new OpportunitySearch(contactId, pipelineId, word, limit, position);
  }

  public OpportunitySearch pagesOf(int opportunities) {
    return new OpportunitySearch(contactId, pipelineId, status, opportunities, position);
  }

  public OpportunitySearch at(WireOpportunityPage.Next next) {
    return new OpportunitySearch(contactId, pipelineId, status, limit, Optional.of(next));
  }

  WireCall addTo(WireCall call) {
    return call.query("status", status)
        .query("limit", Integer.toString(limit))
        .queryUnlessEmpty("contact_id", contactId)
        .queryUnlessEmpty("pipeline_id", pipelineId)
        .queryUnlessEmpty(
            "startAfter", position.map(WireOpportunityPage.Next::startAfter).orElse(""))
        .queryUnlessEmpty(
            "startAfterId", position.map(WireOpportunityPage.Next::startAfterId).orElse(""));
  }
}
