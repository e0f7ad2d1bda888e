package dev.interlock.handbook.diagram;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Writes SVG. Everything that is not an element's name goes through the escaping in here, and only
/// classes say how things look, so that the strictest content policy holds.
final class Svg {
  private final StringBuilder out = new StringBuilder();

  /// Begins an element; attributes come in pairs of name and value.
  Svg open(String element, String... attributes) {
    begin(element, attributes).append('>');
    return this;
  }

  Svg close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  /// An element without content.
  Svg empty(String element, String... attributes) {
    begin(element, attributes).append("/>");
    return this;
  }

  /// An element with nothing but text.
  Svg text(String element, String text, String... attributes) {
    begin(element, attributes).append('>').append(escaped(text));
    return close(element);
  }

  /// Something that was written by another of these.
  Svg add(Svg other) {
    out.append(other.out);
    return this;
  }

  private StringBuilder begin(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1]));
      out.append('"');
    }
    return out;
  }

  /// A coordinate with at most one decimal, the same on every machine.
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /// Text without markup, and without the characters that XML does not allow at all.
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .filter(Svg::isAllowed)
        .forEach(point -> {
          switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(point);
          }
        });
    return safe.toString();
  }

  private static boolean isAllowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
