package dev.interlock.crm.highlevel.oauth;

import java.time.Duration;

/// What came of asking for other tokens.
sealed interface Renewal {

  record Renewed(TokenPair pair) implements Renewal {}

  /// Not now: a limit or an outage.
  record Later(Duration pause, String reason) implements Renewal {}

  /// Not in this way, ever: the refresh token was used or revoked, or the app was uninstalled.
  record Refused(String reason) implements Renewal {}
}
