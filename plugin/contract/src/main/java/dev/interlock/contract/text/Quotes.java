package dev.interlock.contract.text;

import java.util.Locale;

/// How a text is quoted: what cannot be seen, and what would end the quote or the line, is escaped.
final class Quotes {
  private Quotes() {}

  static void write(StringBuilder out, String text) {
    out.append('"');
    text.codePoints().forEach(point -> writePoint(out, point));
    out.append('"');
  }

  private static void writePoint(StringBuilder out, int point) {
    switch (point) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (isInvisible(point)) {
          out.append("\\u{")
              .append(Integer.toHexString(point).toUpperCase(Locale.ROOT))
              .append('}');
        } else {
          out.appendCodePoint(point);
        }
      }
    }
  }

  // Ranges and not Character.getType: its answers change with the JDK's Unicode version, and with
  // them hashes would.
  private static boolean isInvisible(int point) {
    return point < 0x20
        || (point >= 0x7F && point <= 0xA0)
        || point == 0xAD
        || (point >= 0x200B && point <= 0x200F)
        || (point >= 0x2028 && point <= 0x202E)
        || (point >= 0x2060 && point <= 0x206F)
        || (point >= 0xD800 && point <= 0xDFFF)
        || point == 0xFEFF
        || (point >= 0xFFF0 && point <= 0xFFFB)
        || (point & 0xFFFE) == 0xFFFE
        || (point >= 0xE0000 && point <= 0xE0FFF);
  }
}
