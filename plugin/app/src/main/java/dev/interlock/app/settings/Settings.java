package dev.interlock.app.settings;

import dev.interlock.app.console.CannotRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The settings as they were given: texts by name. The environment wins over the file.
public final class Settings {
  private static final String PREFIX = "INTERLOCK_";

  /// What `scripts/interlock` starts us with. A build that it makes first has it too.
  private static final String OF_THE_LAUNCHER = "INTERLOCK_JAVA_OPTIONS";

  private static final Pattern BY_KUBERNETES =
      Pattern.compile(".*_SERVICE_(HOST|PORT).*|.*_PORT_\\d+_.*");

  private final Map<String, String> texts;

  private Settings(Map<String, String> texts) {
    this.texts = texts;
  }

  /// Reads them.
  ///
  /// @throws CannotRunException when the file cannot be read, or a name in it or in the environment
  ///   is meant for us and unknown
  public static Settings of(Map<String, String> environment) {
    var texts = new LinkedHashMap<String, String>();
    var file = environment.getOrDefault(Key.CONFIG.variable(), "").strip();
    if (!file.isEmpty()) {
      texts.putAll(read(Path.of(file), Key.CONFIG + " is " + file));
    }
    environment.forEach((name, text) -> {
      if (isOurs(name)) {
        texts.put(name, text);
      } else if (isMisspelt(name)) {
        throw unknown("the environment", name);
      }
    });
    texts.values().removeIf(String::isBlank);
    return new Settings(texts);
  }

  /// Reads what one account has of its own: values of settings, and a time zone.
  ///
  /// @throws CannotRunException when the file cannot be read, or sets something else
  public static Settings ofFile(Path file) {
    var texts = read(file, file.toString());
    texts.keySet().stream()
        .filter(name -> !name.startsWith(Key.VALUE_PREFIX))
        .filter(name -> !name.equals(Key.TIME_ZONE.variable()))
        .findFirst()
        .ifPresent(other -> {
          throw new CannotRunException(
              file + " sets " + other + ", which is the same for all accounts of this server");
        });
    return new Settings(texts);
  }

  /// The business's time zone, where it was given.
  public Optional<ZoneId> zone() {
    return text(Key.TIME_ZONE).map(this::zone);
  }

  private ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw wrong(Key.TIME_ZONE, "it has to be the name of a time zone, such as America/New_York");
    }
  }

  /// @param subject the beginning of a complaint
  private static Map<String, String> read(Path file, String subject) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException missing) {
      throw new CannotRunException(subject + ", but there is no such file", missing);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new CannotRunException(
          subject + ", which cannot be read as a properties file", unreadable);
    }
    var texts = new TreeMap<String, String>();
    properties.forEach((name, text) -> texts.put(name.toString(), text.toString()));
    texts.keySet().stream()
        .filter(name -> !isOurs(name))
        .findFirst()
        .ifPresent(unknown -> {
          throw unknown(file.toString(), unknown);
        });
    return texts;
  }

  /// A name that is meant for us, and is none of ours. Kubernetes puts some there by itself for a
  /// service that is called interlock.
  private static boolean isMisspelt(String name) {
    return name.startsWith(PREFIX)
        && !name.equals(OF_THE_LAUNCHER)
        && !BY_KUBERNETES.matcher(name).matches();
  }

  private static CannotRunException unknown(String place, String name) {
    return new CannotRunException(
        place + " sets " + name + ", which is not a setting; the nearest is " + near(name));
  }

  private static boolean isOurs(String name) {
    return Key.of(name).isPresent() || name.startsWith(Key.VALUE_PREFIX);
  }

  private static String near(String unknown) {
    return Nearest.to(unknown, Arrays.stream(Key.values()).map(Key::variable).toList());
  }

  /// The text of a setting, where it was given.
  public Optional<String> text(Key key) {
    return Optional.ofNullable(texts.get(key.variable())).map(String::strip);
  }

  /// The text of a setting, or what holds when it was not given.
  public String textOrFallback(Key key) {
    return text(key).orElse(key.fallback());
  }

  /// Makes sure that these were given.
  ///
  /// @throws CannotRunException naming all that were not
  public void require(Key... keys) {
    var missing = Arrays.stream(keys).filter(key -> text(key).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new CannotRunException(
          missing.stream()
              .map(key -> key + " is missing (" + key.meaning() + ")")
              .collect(Collectors.joining("; ")));
    }
  }

  /// A setting that is a whole number in a range.
  public int number(Key key, int least, int most) {
    var text = textOrFallback(key);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below, together with a number out of range
    }
    throw wrong(key, "it has to be a number from " + least + " to " + most);
  }

  /// A setting that is one of a few words.
  public String word(Key key, List<String> words) {
    var text = textOrFallback(key);
    if (!words.contains(text)) {
      throw wrong(key, "it has to be one of " + String.join(", ", words));
    }
    return text;
  }

  /// A setting that is the path of a file or folder.
  public Path path(Key key) {
    return Path.of(textOrFallback(key));
  }

  /// The complaint about a setting's value.
  public CannotRunException wrong(Key key, String why) {
    var shown = key.isSecret() ? "set" : textOrFallback(key);
    return new CannotRunException(key + " is " + shown + ", but " + why);
  }

  /// The client's own values, by the names that follow the prefix.
  public Map<String, String> values() {
    return texts.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(Key.VALUE_PREFIX))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(Key.VALUE_PREFIX.length()),
                entry -> entry.getValue().strip()));
  }
}
