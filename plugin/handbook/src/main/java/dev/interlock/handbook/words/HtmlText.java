package dev.interlock.handbook.words;

import java.util.regex.Pattern;

/// The words of an e-mail without its markup. For reading only: what is shown is escaped again.
final class HtmlText {
  private static final Pattern BREAK =
      Pattern.compile("(?i)<br\\s*/?>|</(p|div|h[1-6]|li|tr|ul|ol|table)\\s*>");
  private static final Pattern LINK =
      Pattern.compile("(?is)<a\\s[^>]*href\\s*=\\s*[\"']([^\"']*)[\"'][^>]*>(.*?)</a\\s*>");
  private static final Pattern HIDDEN =
      Pattern.compile("(?is)<(script|style|head)\\b.*?(</\\1\\s*>|$)");
  private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");
  private static final Pattern LINES = Pattern.compile("[ \\t]*\\n\\s*\\n\\s*");

  private HtmlText() {}

  static String of(String html) {
    String shown = HIDDEN.matcher(html).replaceAll("");
    String linked = LINK.matcher(shown).replaceAll("$2 ($1)");
    String broken = BREAK.matcher(linked).replaceAll("\n");
    String bare = TAG.matcher(broken).replaceAll("");
    return LINES.matcher(unescaped(bare).strip()).replaceAll("\n\n");
  }

  private static String unescaped(String text) {
    return text.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
