package dev.interlock.crm.highlevel.event;

import java.util.regex.Pattern;

/// What a person wrote in an e-mail, without markup and without what they answered to.
final class PlainText {
  /// Where the quoted message begins, in the ways of the usual mail programs.
  private static final Pattern QUOTE =
      Pattern.compile(
          "(?is)<blockquote\\b|<[^>]*class=\"?[^\">]*gmail_quote|<[^>]*id=\"?appendonsend"
              + "|-----\\s*original message\\s*-----");

  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<!--.*?-->|<(style|script|head|title)\\b.*?</\\1\\s*>");
  private static final Pattern BREAK =
      Pattern.compile("(?i)<br\\b[^>]*>|</(p|div|li|tr|h\\d)\\s*>");
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern QUOTED_LINES =
      Pattern.compile("(?m)^\\s*(>.*|On .{5,120} wrote:\\s*)$");

  private PlainText() {}

  static String of(String html) {
    String own = QUOTE.split(html, 2)[0];
    String lines = BREAK.matcher(UNSEEN.matcher(own).replaceAll(" ")).replaceAll("\n");
    String text = unescaped(TAG.matcher(lines).replaceAll(" "));
    return QUOTED_LINES
        .matcher(text)
        .replaceAll(" ")
        .replaceAll("[ \\t\\x0B\\f\\r\\u00A0]+", " ")
        .replaceAll(" ?\\n[ \\n]*", "\n")
        .strip();
  }

  private static String unescaped(String text) {
    return text.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&rsquo;", "'")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
