package dev.interlock.app.fleet;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.highlevel.oauth.Holder;
import dev.interlock.crm.highlevel.oauth.OAuth;
import java.time.Instant;
import java.util.Optional;

/// Takes note that accounts have removed the app. What is noted is safe on disk; that their runs
/// end is the usher's.
record Departures(Roll roll, OAuth oauth) {
  /// What is said of an account that has left.
  static final String UNINSTALLED = "the app was uninstalled";

  /// An account has removed the app. What was sent before the account let us in, or installed the
  /// app again, is late, and is no longer true. Its tokens are worthless from then on, and those of
  /// a later install are not yet there.
  ///
  /// @param at when this was so; empty where nobody says
  /// @return whether that is news
  boolean removed(InstallationId id, Optional<Instant> at) {
    if (!OwnFolder.isUsable(id) || !roll.removed(id, UNINSTALLED, at)) {
      return false;
    }
    oauth.forget(new Holder.Location(id.text()), UNINSTALLED);
    return true;
  }
}
