package dev.interlock.engine.store.sql;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// Texts that stand in many rows, which is most of what contracts make runs do and say: each is
/// stored once, and rows have its number.
///
/// Which texts these are is not known beforehand. A text becomes a phrase when it is met for the
/// third time within the last many texts; until then, and whatever is met less often, it stands in
/// its row word for word. For one thread at a time.
final class Phrases {
  private static final int OFTEN = 3;

  /// How many characters of texts are remembered; less than two megabytes of memory.
  private static final int MOST_CHARACTERS = 500_000;

  /// Whether a row has a phrase's number in a column: digits and nothing else, which neither JSON
  /// of ours nor words for people ever are.
  static String isNumber(String column) {
    return "(%1$s GLOB '[0-9]*' AND %1$s NOT GLOB '*[^0-9]*')".formatted(column);
  }

  /// The text that a column has or stands for.
  static String said(String column) {
    return """
    CASE WHEN %2$s THEN (SELECT text FROM phrase WHERE number = CAST(%1$s AS INTEGER))
      ELSE %1$s END
    """
        .formatted(column, isNumber(column));
  }

  /// The same of a column of JSON objects, one of which may have been taken apart: then it is a
  /// list of the form, and of what the column has.
  static String filled(String column) {
    return """
    CASE WHEN %2$s THEN (SELECT text FROM phrase WHERE number = CAST(%1$s AS INTEGER))
      WHEN %1$s GLOB '[[]*' THEN
        '[' || (SELECT text FROM phrase WHERE number = CAST(substr(%1$s, 2) AS INTEGER))
          || ',' || %1$s || ']'
      ELSE %1$s END
    """
        .formatted(column, isNumber(column));
  }

  private static final String FIND =
      """
      SELECT number FROM phrase WHERE installation = ? AND text = ?
      """;
  private static final String ADD =
      """
      INSERT INTO phrase (installation, text) VALUES (?, ?) RETURNING number AS n
      """;

  private final Map<Key, Met> met = new LinkedHashMap<>(16, 0.75f, true);
  private int characters;

  private record Key(long installation, String text) {}

  /// How often a text was met, and the number that it has as a phrase.
  private static final class Met {
    private int times;
    private OptionalLong number = OptionalLong.empty();
  }

  /// The number of a text that has become a phrase.
  OptionalLong of(long installation, String text, Jdbc jdbc) {
    if (text.length() > MOST_CHARACTERS) {
      return OptionalLong.empty();
    }
    var key = new Key(installation, text);
    Met known = met.get(key);
    if (known == null) {
      known = remembered(key);
    }
    known.times++;
    if (known.number.isEmpty() && known.times >= OFTEN) {
      known.number = OptionalLong.of(stored(key, jdbc));
    }
    return known.number;
  }

  private Met remembered(Key key) {
    var fresh = new Met();
    met.put(key, fresh);
    characters += key.text().length();
    for (Iterator<Key> oldest = met.keySet().iterator(); characters > MOST_CHARACTERS; ) {
      characters -= oldest.next().text().length();
      oldest.remove();
    }
    return fresh;
  }

  private static long stored(Key key, Jdbc jdbc) {
    return jdbc.one(
            FIND,
            sql -> sql.number(key.installation()).text(key.text()),
            row -> row.number("number"))
        .orElseGet(() -> jdbc.number(ADD, sql -> sql.number(key.installation()).text(key.text())));
  }

  /// Forgets numbers that may have been rolled back.
  void forget() {
    met.values().forEach(each -> each.number = OptionalLong.empty());
  }
}
