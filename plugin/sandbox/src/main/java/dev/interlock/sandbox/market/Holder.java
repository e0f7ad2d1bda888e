package dev.interlock.sandbox.market;

/// Whom a token speaks for.
public sealed interface Holder {
  /// The id of the company or location.
  String id();

  /// A whole agency.
  record Company(String id) implements Holder {}

  /// One sub-account.
  record Location(String id) implements Holder {}
}
