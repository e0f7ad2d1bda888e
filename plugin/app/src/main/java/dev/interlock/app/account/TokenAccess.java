package dev.interlock.app.account;

import dev.interlock.app.settings.Key;
import dev.interlock.app.settings.Settings;
import dev.interlock.crm.highlevel.provision.HighLevelProvisioning;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;

/// The one account of the settings, by its token. Unlike for running contracts, no webhooks are
/// heard, so nothing about them has to be set.
public final class TokenAccess {
  private TokenAccess() {}

  /// Opens it.
  public static AccountAccess.Reached open(Settings settings, InstantSource clock) {
    settings.require(Key.HIGHLEVEL_TOKEN, Key.HIGHLEVEL_LOCATION_ID);
    String id = settings.textOrFallback(Key.HIGHLEVEL_LOCATION_ID);
    var connection = HighLevelConnection.open(api(settings), clock);
    var api = connection.location(id, TokenSource.fixed(token(settings)));
    return new AccountAccess.Reached(
        id, HighLevelProvisioning.of(id, api, clock), connection::close);
  }

  private static ApiConfig api(Settings settings) {
    try {
      return ApiConfig.at(new URI(settings.textOrFallback(Key.HIGHLEVEL_API_URL)));
    } catch (URISyntaxException | IllegalArgumentException wrong) {
      throw settings.wrong(
          Key.HIGHLEVEL_API_URL, "it has to be an https address, or http on this machine");
    }
  }

  private static AccessToken token(Settings settings) {
    try {
      return new AccessToken(settings.textOrFallback(Key.HIGHLEVEL_TOKEN));
    } catch (IllegalArgumentException wrong) {
      throw settings.wrong(Key.HIGHLEVEL_TOKEN, "it has blanks or letters in it that no token has");
    }
  }
}
