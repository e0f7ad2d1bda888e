package dev.interlock.app.web;

/// What browsers are shown that come back from installing the app in the CRM.
@FunctionalInterface
public interface Arrival {

  /// Takes a code in, which lets us into an account.
  ///
  /// @param code as the browser brought it; empty where it brought none
  /// @param complaint what the CRM says instead of a code; empty where it says nothing
  Page of(String code, String complaint);
}
