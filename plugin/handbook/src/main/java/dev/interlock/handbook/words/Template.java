package dev.interlock.handbook.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A message's text as people see it: words, and gaps that are filled in for each contact.
public final class Template {
  private static final Pattern GAP = Pattern.compile("\\{\\{\\{?\\s*([^{}]*?)\\s*\\}?\\}\\}");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private Template() {}

  /// A piece of a text: plain words, or the name of what is filled in.
  public record Piece(boolean gap, String text) {}

  /// The pieces in their order.
  public static List<Piece> pieces(String template) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = GAP.matcher(template);
    int from = 0;
    while (matcher.find()) {
      if (matcher.start() > from) {
        pieces.add(new Piece(false, template.substring(from, matcher.start())));
      }
      pieces.add(new Piece(true, gap(matcher.group(1))));
      from = matcher.end();
    }
    if (from < template.length()) {
      pieces.add(new Piece(false, template.substring(from)));
    }
    return pieces;
  }

  /// The text on one line, gaps in square brackets: `Hi [first name], sorry we missed you.`
  public static String plain(String template) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces(template)) {
      text.append(piece.gap() ? "[" + piece.text() + "]" : piece.text());
    }
    return text.toString().strip().replaceAll("\\s+", " ");
  }

  /// `contact.firstName` is the first name; of other roots the root is kept: `appointment date`.
  private static String gap(String expression) {
    String bare = expression.startsWith("contact.") ? expression.substring(8) : expression;
    String shown = bare.startsWith("setting.") ? bare.substring(8) : bare;
    String spaced = shown.replace('.', ' ').replace('_', ' ');
    String words = HUMP.matcher(spaced).replaceAll(" ").toLowerCase(Locale.ROOT);
    return words.isBlank() ? "…" : words;
  }
}
