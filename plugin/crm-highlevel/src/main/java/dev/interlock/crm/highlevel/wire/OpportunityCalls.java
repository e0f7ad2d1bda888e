package dev.interlock.crm.highlevel.wire;

import java.util.List;

/// Calls about opportunities and pipelines.
public final class OpportunityCalls {
  private final String locationId;
  private final Exchange exchange;

  OpportunityCalls(String locationId, Exchange exchange) {
    this.locationId = locationId;
    this.exchange = exchange;
  }

  public Answer<WireOpportunityPage> search(OpportunitySearch search) {
    var call = WireCall.of(Operation.SEARCH_OPPORTUNITIES).query("location_id", locationId);
    return exchange.ask(search.addTo(call), WireOpportunityPage::new);
  }

  /// Opportunities that changed since a moment, one page.
  public Answer<List<WireOpportunity>> changed(ChangedOpportunities search) {
    var call = WireCall.of(Operation.SEARCH_CHANGED_OPPORTUNITIES).body(search.body(locationId));
    return exchange.ask(call, json -> json.all("opportunities", WireOpportunity::new));
  }

  /// The opportunity as it is now; strongly consistent, unlike the search.
  public Answer<WireOpportunity> opportunity(String opportunityId) {
    var call = WireCall.of(Operation.GET_OPPORTUNITY).id("id", opportunityId);
    return exchange.ask(call, OpportunityCalls::opportunity);
  }

  public Answer<WireOpportunity> create(NewOpportunity opportunity) {
    var call = WireCall.of(Operation.CREATE_OPPORTUNITY).body(opportunity.body(locationId));
    return exchange.ask(call, OpportunityCalls::opportunity);
  }

  public Answer<WireOpportunity> update(String opportunityId, OpportunityChange change) {
    var call =
        WireCall.of(Operation.UPDATE_OPPORTUNITY).id("id", opportunityId).body(change.body());
    return exchange.ask(call, OpportunityCalls::opportunity);
  }

  /// Sets `open`, `won`, `lost` or `abandoned`; the stage stays where it is.
  public Answer<Done> setStatus(String opportunityId, String status) {
    var body = Body.of("status", status);
    return exchange.order(
        WireCall.of(Operation.SET_OPPORTUNITY_STATUS).id("id", opportunityId).body(body));
  }

  public Answer<List<WirePipeline>> pipelines() {
    var call = WireCall.of(Operation.LIST_PIPELINES).query("locationId", locationId);
    return exchange.ask(call, json -> json.all("pipelines", WirePipeline::new));
  }

  private static WireOpportunity opportunity(Json json) {
    return new WireOpportunity(json.at("opportunity"));
  }
}
