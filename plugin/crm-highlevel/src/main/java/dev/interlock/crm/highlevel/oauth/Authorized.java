package dev.interlock.crm.highlevel.oauth;

import java.time.Duration;

/// What came of a code that somebody's browser brought, or of asking for an account.
public sealed interface Authorized {

  /// One sub-account let us in.
  ///
  /// @param company whose it is; empty where HighLevel does not say
  record Location(String id, String company) implements Authorized {}

  /// An agency let us in; its sub-accounts are asked for.
  record Company(String id) implements Authorized {}

  /// Not now: a limit or an outage. A code may be used up all the same.
  record Later(Duration pause, String reason) implements Authorized {}

  /// HighLevel refuses it, such as a code that is old or was used.
  record Refused(String reason) implements Authorized {}
}
