package dev.interlock.app.account;

import dev.interlock.app.settings.HighLevelSettings;
import dev.interlock.app.settings.Key;
import dev.interlock.app.settings.Settings;
import dev.interlock.crm.highlevel.provision.HighLevelProvisioning;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import java.time.InstantSource;

/// The one account of the settings, by its token. Unlike for running contracts, no webhooks are
/// heard, so nothing about them has to be set.
public final class TokenAccess {
  private TokenAccess() {}

  /// Opens it.
  public static AccountAccess.Reached open(Settings settings, InstantSource clock) {
    settings.require(Key.HIGHLEVEL_TOKEN, Key.HIGHLEVEL_LOCATION_ID);
    String id = settings.textOrFallback(Key.HIGHLEVEL_LOCATION_ID);
    var connection = HighLevelConnection.open(HighLevelSettings.api(settings), clock);
    var api = connection.location(id, TokenSource.fixed(HighLevelSettings.token(settings)));
    return new AccountAccess.Reached(
        id, HighLevelProvisioning.of(id, api, clock), connection::close);
  }
}
