package dev.interlock.handbook.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A message's text as people see it: words, gaps that are filled in for each contact, and parts
/// that are left out when something is not known.
public final class Template {
  private static final Pattern GAP = Pattern.compile("\\{\\{\\{?([^{}]*)\\}?\\}\\}");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private Template() {}

  /// A piece of a text.
  public record Piece(Sort sort, String text) {
    /// Whether something is filled in here; the text is its name.
    public boolean gap() {
      return sort == Sort.GAP;
    }

    /// Whether it only says when the pieces after it are there.
    public boolean mark() {
      return sort == Sort.MARK;
    }
  }

  /// What a piece is.
  public enum Sort {
    WORDS,
    GAP,
    MARK
  }

  /// The pieces in their order.
  public static List<Piece> pieces(String template) {
    List<Piece> tokens = new ArrayList<>();
    Matcher matcher = GAP.matcher(template);
    int from = 0;
    while (matcher.find()) {
      words(tokens, template.substring(from, matcher.start()));
      tokens.add(new Piece(Sort.GAP, matcher.group(1).strip()));
      from = matcher.end();
    }
    words(tokens, template.substring(from));
    return new Blocks(tokens).pieces();
  }

  private static void words(List<Piece> tokens, String text) {
    if (!text.isEmpty()) {
      tokens.add(new Piece(Sort.WORDS, text));
    }
  }

  /// The text on one line, gaps in square brackets: `Hi [first name], sorry we missed you.`
  public static String plain(String template) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces(template)) {
      text.append(
          switch (piece.sort()) {
            case WORDS -> piece.text();
            case GAP -> "[" + piece.text() + "]";
            case MARK -> "(" + piece.text() + ")";
          });
    }
    return text.toString().strip().replaceAll("\\s+", " ");
  }

  /// `contact.firstName` is the first name; of other roots the root is kept: `appointment date`.
  static String name(String expression) {
    String bare = expression.startsWith("contact.") ? expression.substring(8) : expression;
    String shown = bare.startsWith("setting.") ? bare.substring(8) : bare;
    String spaced = shown.replace('.', ' ').replace('_', ' ');
    String words = HUMP.matcher(spaced).replaceAll(" ").toLowerCase(Locale.ROOT);
    return words.isBlank() ? "…" : words;
  }
}
