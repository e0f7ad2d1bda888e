package dev.interlock.crm.highlevel.wire;

import java.util.Optional;

/// Calls that make triggers of the CRM's own workflows fire.
public final class TriggerCalls {
  private final Exchange exchange;
  private final TriggerAddresses addresses;

  TriggerCalls(Exchange exchange, TriggerAddresses addresses) {
    this.exchange = exchange;
    this.addresses = addresses;
  }

  /// Why nothing is posted to an address, for people; empty when it may be.
  public Optional<String> whyNot(String address) {
    return addresses.whyNot(address);
  }

  /// Makes a trigger fire. Made twice, it fires twice.
  ///
  /// @throws IllegalArgumentException when no trigger can listen at the address
  public Answer<Done> execute(String address, TriggerEvent event) {
    var url =
        addresses
            .find(address)
            .orElseThrow(() -> new IllegalArgumentException("no trigger listens there"));
    return exchange.order(
        WireCall.of(Operation.EXECUTE_TRIGGER).at(url).about(event.trigger()).body(event.body()));
  }
}
