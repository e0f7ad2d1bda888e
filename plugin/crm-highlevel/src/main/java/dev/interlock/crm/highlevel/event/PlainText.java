package dev.interlock.crm.highlevel.event;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a person wrote in an e-mail, without markup and without what they answered to.
///
/// Anybody in the world can send one of these, so it is read once from front to back: no pattern in
/// here looks at a letter a second time, however the e-mail is made.
final class PlainText {
  /// Whoever writes more than this before the quoted message did not write it by hand.
  private static final int LONGEST = 100_000;

  /// Elements whose content nobody sees.
  private static final Set<String> UNSEEN = Set.of("style", "script", "head", "title");

  /// Elements with which a line ends.
  private static final Set<String> LINES =
      Set.of("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "table", "ul", "ol");

  private static final Map<String, String> ENTITIES =
      Map.of(
          "nbsp", " ", "lt", "<", "gt", ">", "quot", "\"", "#39", "'", "rsquo", "'", "apos", "'",
          "amp", "&");

  private static final int LONGEST_ENTITY = 8;

  private static final Pattern INTRODUCTION = Pattern.compile("On .{5,120} wrote:");

  private final String html;
  private final StringBuilder text = new StringBuilder();
  private final int lastTag;
  private int at;

  private PlainText(String html) {
    this.html = html;
    this.lastTag = html.lastIndexOf('>');
  }

  static String of(String html) {
    var reading = new PlainText(html.length() > LONGEST ? html.substring(0, LONGEST) : html);
    reading.read();
    return reading
        .text
        .toString()
        .lines()
        .map(line -> line.replace('\u00A0', ' ').replaceAll("[ \t]+", " ").strip())
        .takeWhile(line -> !line.toLowerCase(Locale.ROOT).contains("-----original message-----"))
        .filter(line -> !line.isEmpty() && !line.startsWith(">"))
        .filter(line -> !INTRODUCTION.matcher(line).matches())
        .collect(joining("\n"));
  }

  private void read() {
    while (at < html.length()) {
      char letter = html.charAt(at);
      if (letter == '<' && at < lastTag && opensTag()) {
        if (!tag()) {
          return;
        }
      } else if (letter == '&') {
        entity();
      } else {
        text.append(letter);
        at++;
      }
    }
  }

  /// Whether this is not just a sign for "less than", as in a heart.
  private boolean opensTag() {
    char next = html.charAt(at + 1);
    return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
  }

  /// Reads past a tag; false where the person's own words end.
  private boolean tag() {
    if (html.startsWith("<!--", at)) {
      skipTo("-->");
      return true;
    }
    int end = html.indexOf('>', at);
    String inside = html.substring(at + 1, end).strip().toLowerCase(Locale.ROOT);
    at = end + 1;
    String name = name(inside);
    if (name.equals("blockquote") || quotes(inside)) {
      return false;
    }
    if (UNSEEN.contains(name) && !inside.startsWith("/")) {
      skipToEndOf(name);
    }
    text.append(LINES.contains(name) ? '\n' : ' ');
    return true;
  }

  /// Where the quoted message begins, in the ways of the usual mail programs.
  private static boolean quotes(String tag) {
    return tag.contains("gmail_quote") || tag.contains("appendonsend");
  }

  private static String name(String tag) {
    int start = tag.startsWith("/") ? 1 : 0;
    int end = start;
    while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
      end++;
    }
    return tag.substring(start, end);
  }

  private void skipToEndOf(String name) {
    int close = html.indexOf("</", at);
    while (close >= 0 && !html.regionMatches(true, close + 2, name, 0, name.length())) {
      close = html.indexOf("</", close + 2);
    }
    at = close < 0 ? html.length() : close;
    skipTo(">");
  }

  private void skipTo(String mark) {
    int found = html.indexOf(mark, at);
    at = found < 0 ? html.length() : found + mark.length();
  }

  private void entity() {
    String ahead = html.substring(at + 1, Math.min(html.length(), at + 1 + LONGEST_ENTITY));
    int end = ahead.indexOf(';');
    String known = end < 0 ? "" : ENTITIES.getOrDefault(ahead.substring(0, end), "");
    text.append(known.isEmpty() ? "&" : known);
    at += known.isEmpty() ? 1 : end + 2;
  }
}
