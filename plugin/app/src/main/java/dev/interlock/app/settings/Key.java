package dev.interlock.app.settings;

import java.util.Arrays;
import java.util.Optional;

/// Everything that can be set. The same names are used in the environment and in the file.
///
/// `docs/guide/configuration.md` has a table of them that a test compares with this one.
public enum Key {
  CONFIG("INTERLOCK_CONFIG", "none", "a properties file with any of the settings below"),
  PORT("INTERLOCK_PORT", "8080", "the port of webhooks, health and pages; 0 takes any free one"),
  BIND(
      "INTERLOCK_BIND",
      "127.0.0.1",
      "the address to listen on; `0.0.0.0` for all, when nothing in front forwards to us"),
  DATA_DIR("INTERLOCK_DATA_DIR", "data", "the folder of the database; made when it is missing"),
  PLUGINS_DIR("INTERLOCK_PLUGINS_DIR", "plugins", "the folder of the plugin jars with contracts"),
  PLUGINS_LOOK_SECONDS(
      "INTERLOCK_PLUGINS_LOOK_SECONDS",
      "5",
      "how often the plugins folder is looked at for jars that came, changed or went; 0 for only at the start"),
  HIGHLEVEL_API_URL(
      "INTERLOCK_HIGHLEVEL_API_URL",
      "https://services.leadconnectorhq.com",
      "where HighLevel's API is; `http` only for a sandbox on this machine"),
  HIGHLEVEL_TOKEN(
      "INTERLOCK_HIGHLEVEL_TOKEN",
      "must be set without a client id",
      "the sub-account's private integration token"),
  HIGHLEVEL_LOCATION_ID(
      "INTERLOCK_HIGHLEVEL_LOCATION_ID",
      "must be set without a client id",
      "the id of the sub-account"),
  HIGHLEVEL_APP_ID(
      "INTERLOCK_HIGHLEVEL_APP_ID",
      "must be set without a client id",
      "the id of the marketplace app that webhooks are sent for; others are not let in"),
  HIGHLEVEL_CLIENT_ID(
      "INTERLOCK_HIGHLEVEL_CLIENT_ID",
      "none: one account by its token",
      "the client id of our marketplace app; accounts then come by installing it, and need no token"
          + " here"),
  HIGHLEVEL_CLIENT_SECRET(
      "INTERLOCK_HIGHLEVEL_CLIENT_SECRET",
      "must be set with the client id",
      "the client secret of our marketplace app"),
  HIGHLEVEL_REDIRECT_URI(
      "INTERLOCK_HIGHLEVEL_REDIRECT_URI",
      "none: HighLevel takes the app's own",
      "the address of `/oauth/callback` here, exactly as registered with the app"),
  HIGHLEVEL_ACTION_SECRET(
      "INTERLOCK_HIGHLEVEL_ACTION_SECRET",
      "none: HighLevel's workflows start no contract and hear of no end",
      "what the app's workflow action and trigger say in their header `X-Interlock-Secret`, at least"
          + " 16 characters"),
  HIGHLEVEL_TRIGGER_URLS(
      "INTERLOCK_HIGHLEVEL_TRIGGER_URLS",
      "`https://services.leadconnectorhq.com/workflows-marketplace/triggers/execute/`",
      "how addresses of HighLevel's triggers begin, with commas between; an account's token is sent"
          + " to them, and to no others"),
  SECRET_KEY_FILE(
      "INTERLOCK_SECRET_KEY_FILE",
      "must be set with the client id",
      "the file with the key that tokens are sealed with; `interlock keys new` makes it"),
  ACCOUNTS_DIR(
      "INTERLOCK_ACCOUNTS_DIR",
      "accounts",
      "the folder of what accounts of a marketplace app have of their own"),
  ERASE_DAYS(
      "INTERLOCK_ERASE_DAYS",
      "none: it is kept",
      "how many days after an account uninstalled the app what is stored of it is erased; 0 for as"
          + " soon as its runs have ended"),
  HIGHLEVEL_WEBHOOK_KEY(
      "INTERLOCK_HIGHLEVEL_WEBHOOK_KEY",
      "HighLevel's own key",
      "a PEM file with the public keys that webhooks are checked with"),
  TIME_ZONE(
      "INTERLOCK_TIME_ZONE",
      "the sub-account's own",
      "the business's time zone, such as `America/New_York`"),
  CONSOLE_TOKEN(
      "INTERLOCK_CONSOLE_TOKEN",
      "none: pages are shown to this machine only",
      "the password of the pages, at least 16 characters"),
  CACHE_DIR(
      "INTERLOCK_CACHE_DIR",
      "the user's own, such as `~/.cache/interlock`",
      "the folder of what may be lost: proofs that need not be made again"),
  RAISED_RULES(
      "INTERLOCK_RAISED_RULES",
      "none",
      "rules whose warnings are errors here, with commas between them, as `W-SIZE,W-GROWTH`"),
  INBOX_LIMIT(
      "INTERLOCK_INBOX_LIMIT",
      "10000",
      "how many webhooks may wait; further ones are answered 429, so that HighLevel repeats them"),
  COMMANDS_PER_SECOND(
      "INTERLOCK_COMMANDS_PER_SECOND",
      "10",
      "how many commands may begin per second in the long run, and ten times as many at once; HighLevel allows 100 calls in ten seconds"),
  RECONCILE_MINUTES(
      "INTERLOCK_RECONCILE_MINUTES",
      "5",
      "how often, in minutes, the CRM is read for what its webhooks never told; 0 for never"),
  DRIFT_HOURS(
      "INTERLOCK_DRIFT_HOURS",
      "6",
      "how often, in hours, an account is compared with what it was when contracts went live; 0 for never"),
  LOG(
      "INTERLOCK_LOG",
      "json",
      "the form of the log on stderr: `json`, a line per event, or `text` for people"),
  SANDBOX_CLOCK(
      "INTERLOCK_SANDBOX_CLOCK",
      "none: real time",
      "the time of a sandbox, as `interlock sandbox` prints it; only for an API on this machine");

  /// How the names of clients' own values begin, such as `INTERLOCK_SETTING_bookingLink`.
  static final String VALUE_PREFIX = "INTERLOCK_SETTING_";

  private final String variable;
  private final String fallback;
  private final String meaning;

  Key(String variable, String fallback, String meaning) {
    this.variable = variable;
    this.fallback = fallback;
    this.meaning = meaning;
  }

  /// Its name in the environment and in the file.
  public String variable() {
    return variable;
  }

  /// What holds when it is not set, as people read it.
  public String fallback() {
    return fallback;
  }

  /// What it is for.
  public String meaning() {
    return meaning;
  }

  /// Whether its value must not be shown.
  boolean isSecret() {
    return switch (this) {
      case HIGHLEVEL_TOKEN, HIGHLEVEL_CLIENT_SECRET, HIGHLEVEL_ACTION_SECRET, CONSOLE_TOKEN -> true;
      default -> false;
    };
  }

  @Override
  public String toString() {
    return variable;
  }

  static Optional<Key> of(String variable) {
    return Arrays.stream(values()).filter(key -> key.variable.equals(variable)).findFirst();
  }
}
