package dev.interlock.app.settings;

import java.util.Optional;

/// Where the server listens, and who may see its pages.
///
/// @param port 0 takes any free one
/// @param pagesToken the password of the pages; without one they are shown to this machine only
public record ServerSettings(String bind, int port, Optional<String> pagesToken) {
  private static final int SHORTEST_TOKEN = 16;

  /// Takes them out of all settings.
  public static ServerSettings of(Settings settings) {
    var token = settings.text(Key.CONSOLE_TOKEN);
    if (token.filter(text -> text.length() < SHORTEST_TOKEN).isPresent()) {
      throw settings.wrong(
          Key.CONSOLE_TOKEN, "it needs at least " + SHORTEST_TOKEN + " characters");
    }
    return new ServerSettings(
        settings.textOrFallback(Key.BIND), settings.number(Key.PORT, 0, 65_535), token);
  }

  @Override
  public String toString() {
    return "ServerSettings[" + bind + ":" + port + "]";
  }
}
