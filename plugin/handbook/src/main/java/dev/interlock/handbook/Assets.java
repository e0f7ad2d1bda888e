package dev.interlock.handbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What pages need besides themselves: one stylesheet and one small script.
public final class Assets {
  /// The stylesheet of every page.
  public static final String STYLESHEET = "handbook.css";

  /// Keeps the page of the whole business up to date; without it, the page reloads itself.
  public static final String SCRIPT = "live.js";

  private static final Asset CSS =
      new Asset(STYLESHEET, "text/css; charset=utf-8", read(STYLESHEET));
  private static final Asset JS = new Asset(SCRIPT, "text/javascript; charset=utf-8", read(SCRIPT));

  private Assets() {}

  /// A file that pages need.
  public record Asset(String name, String type, String text) {}

  /// All of them.
  public static List<Asset> all() {
    return List.of(CSS, JS);
  }

  /// The stylesheet.
  public static Asset stylesheet() {
    return CSS;
  }

  /// The one of this name.
  public static Optional<Asset> named(String name) {
    return all().stream().filter(asset -> asset.name().equals(name)).findFirst();
  }

  private static String read(String name) {
    String path = "/templates/assets/" + name;
    try (InputStream file = Assets.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException(path + " is not in the jar; was it built with templates/?");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(path + " cannot be read", broken);
    }
  }
}
