package dev.interlock.app.settings;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.crm.highlevel.webhook.WebhookKeyException;
import dev.interlock.crm.highlevel.webhook.WebhookKeys;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;

/// How one sub-account of HighLevel is reached, and how its webhooks are recognised.
///
/// @param webhookKeys what webhooks are checked with
public record HighLevelSettings(
    ApiConfig api, AccessToken token, String locationId, String appId, List<PublicKey> webhookKeys)
    implements Access {
  public HighLevelSettings {
    webhookKeys = List.copyOf(webhookKeys);
  }

  /// Takes them out of all settings.
  public static HighLevelSettings of(Settings settings) {
    settings.require(Key.HIGHLEVEL_TOKEN, Key.HIGHLEVEL_LOCATION_ID, Key.HIGHLEVEL_APP_ID);
    return new HighLevelSettings(
        api(settings),
        token(settings),
        settings.textOrFallback(Key.HIGHLEVEL_LOCATION_ID),
        settings.textOrFallback(Key.HIGHLEVEL_APP_ID),
        keys(settings));
  }

  /// Where the API is.
  ///
  /// @throws CannotRunException when it is no address
  public static ApiConfig api(Settings settings) {
    try {
      var api = ApiConfig.at(new URI(settings.textOrFallback(Key.HIGHLEVEL_API_URL)));
      return settings
          .text(Key.HIGHLEVEL_TRIGGER_URLS)
          .map(text -> triggers(text, api, settings))
          .orElse(api);
    } catch (URISyntaxException | IllegalArgumentException wrong) {
      throw settings.wrong(
          Key.HIGHLEVEL_API_URL, "it has to be an https address, or http on this machine");
    }
  }

  private static ApiConfig triggers(String text, ApiConfig api, Settings settings) {
    try {
      return api.triggersAt(
          Arrays.stream(text.split(",", -1)).map(String::strip).map(URI::create).toList());
    } catch (IllegalArgumentException wrong) {
      throw settings.wrong(
          Key.HIGHLEVEL_TRIGGER_URLS,
          "each has to be an https address with a slash at its end: " + wrong.getMessage());
    }
  }

  /// The token of one sub-account.
  ///
  /// @throws CannotRunException when no header can carry it
  public static AccessToken token(Settings settings) {
    try {
      return new AccessToken(settings.textOrFallback(Key.HIGHLEVEL_TOKEN));
    } catch (IllegalArgumentException wrong) {
      throw settings.wrong(Key.HIGHLEVEL_TOKEN, "it has blanks or letters in it that no token has");
    }
  }

  static List<PublicKey> keys(Settings settings) {
    try {
      return settings
          .text(Key.HIGHLEVEL_WEBHOOK_KEY)
          .map(Path::of)
          .map(WebhookKeys::fromFile)
          .orElseGet(WebhookKeys::vendor);
    } catch (WebhookKeyException wrong) {
      throw settings.wrong(Key.HIGHLEVEL_WEBHOOK_KEY, String.valueOf(wrong.getMessage()));
    }
  }

  @Override
  public boolean isLocal() {
    return "http".equalsIgnoreCase(api.base().getScheme());
  }

  @Override
  public String toString() {
    return "HighLevelSettings[" + locationId + " at " + api.base() + "]";
  }
}
