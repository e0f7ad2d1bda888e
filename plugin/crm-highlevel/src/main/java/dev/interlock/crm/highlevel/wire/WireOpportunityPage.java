package dev.interlock.crm.highlevel.wire;

import java.util.List;
import java.util.Optional;

/// One page of an opportunity search. The index behind it lags by seconds.
public record WireOpportunityPage(Json json) {
  public WireOpportunityPage {
    var _ = json.all("opportunities", WireOpportunity::new);
  }

  /// Where the next page begins.
  public record Next(String startAfter, String startAfterId) {}

  public List<WireOpportunity> opportunities() {
    return json.all("opportunities", WireOpportunity::new);
  }

  /// Where the next page begins; empty when this is the last one.
  public Optional<Next> next() {
    Json meta = json.at("meta");
    if (meta.firstText("nextPage", "nextPageUrl").isEmpty()) {
      return Optional.empty();
    }
    return meta.text("startAfter")
        .flatMap(after -> meta.text("startAfterId").map(id -> new Next(after, id)));
  }
}
