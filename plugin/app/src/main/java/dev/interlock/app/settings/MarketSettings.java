package dev.interlock.app.settings;

import dev.interlock.app.secret.KeyException;
import dev.interlock.app.secret.SealingKey;
import dev.interlock.crm.highlevel.oauth.AppKeys;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/// How our marketplace app is let into the accounts that install it.
///
/// @param webhookKeys what webhooks are checked with
/// @param key what tokens are sealed with
/// @param actionSecret what steps of HighLevel's own workflows have to say; without it they are not
///   listened to
public record MarketSettings(
    ApiConfig api,
    AppKeys app,
    List<PublicKey> webhookKeys,
    SealingKey key,
    Optional<String> actionSecret)
    implements Access {
  private static final int SHORTEST_SECRET = 16;

  public MarketSettings {
    webhookKeys = List.copyOf(webhookKeys);
  }

  /// Without steps in HighLevel's own workflows.
  public MarketSettings(ApiConfig api, AppKeys app, List<PublicKey> webhookKeys, SealingKey key) {
    this(api, app, webhookKeys, key, Optional.empty());
  }

  /// Takes them out of all settings.
  public static MarketSettings of(Settings settings) {
    if (settings.text(Key.HIGHLEVEL_TOKEN).isPresent()) {
      throw settings.wrong(
          Key.HIGHLEVEL_TOKEN,
          Key.HIGHLEVEL_CLIENT_ID
              + " is set too: it is either one account by its token, or an app that accounts"
              + " install");
    }
    if (settings.text(Key.TIME_ZONE).isPresent()) {
      throw settings.wrong(
          Key.TIME_ZONE,
          "accounts of an app have their own; set it in the account's account.properties");
    }
    settings.require(Key.HIGHLEVEL_CLIENT_ID, Key.HIGHLEVEL_CLIENT_SECRET, Key.SECRET_KEY_FILE);
    return new MarketSettings(
        HighLevelSettings.api(settings),
        new AppKeys(
            settings.textOrFallback(Key.HIGHLEVEL_CLIENT_ID),
            settings.textOrFallback(Key.HIGHLEVEL_CLIENT_SECRET),
            settings.text(Key.HIGHLEVEL_REDIRECT_URI).orElse("")),
        HighLevelSettings.keys(settings),
        key(settings),
        secret(settings));
  }

  private static Optional<String> secret(Settings settings) {
    var secret = settings.text(Key.HIGHLEVEL_ACTION_SECRET);
    if (secret.filter(text -> text.length() < SHORTEST_SECRET).isPresent()) {
      throw settings.wrong(
          Key.HIGHLEVEL_ACTION_SECRET, "it has fewer than " + SHORTEST_SECRET + " characters");
    }
    return secret;
  }

  private static SealingKey key(Settings settings) {
    Path file = settings.path(Key.SECRET_KEY_FILE);
    try {
      return SealingKey.of(Files.readString(file));
    } catch (IOException unreadable) {
      throw settings.wrong(
          Key.SECRET_KEY_FILE, "it cannot be read; `interlock keys new " + file + "` makes one");
    } catch (KeyException wrong) {
      throw settings.wrong(Key.SECRET_KEY_FILE, String.valueOf(wrong.getMessage()));
    }
  }

  @Override
  public boolean isLocal() {
    return "http".equalsIgnoreCase(api.base().getScheme());
  }

  @Override
  public String toString() {
    return "MarketSettings[" + app + " at " + api.base() + "]";
  }
}
