package dev.interlock.app.settings;

/// How we come into accounts: into one by its token, or into all that install our app.
public sealed interface Access permits HighLevelSettings, MarketSettings {
  /// Whether the API is on this machine, as only a sandbox is.
  boolean isLocal();

  /// Takes it out of all settings.
  static Access of(Settings settings) {
    return settings.text(Key.HIGHLEVEL_CLIENT_ID).isPresent()
        ? MarketSettings.of(settings)
        : HighLevelSettings.of(settings);
  }
}
