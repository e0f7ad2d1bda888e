package dev.interlock.crm.highlevel.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;

/// One page of a contact search. The index behind it lags by seconds.
public record WireContactPage(Json json) {
  public WireContactPage {
    var _ = json.all("contacts", WireContact::new);
  }

  public List<WireContact> contacts() {
    return json.all("contacts", WireContact::new);
  }

  /// This page, unless it is full and does not say where the next one begins.
  WireContactPage goingOn(int pageLimit) {
    List<WireContact> all = contacts();
    if (all.size() >= pageLimit && all.getLast().place().isEmpty()) {
      throw new WrongShapeException("a full page of contacts does not say where the next begins");
    }
    return this;
  }

  public OptionalLong total() {
    return json.number("total").stream().mapToLong(BigDecimal::longValue).findFirst();
  }
}
