package dev.interlock.handbook.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How much room text takes, without a browser to ask.
///
/// Widths are Helvetica's, in thousandths of the size, with a margin for the system fonts that may
/// stand in for it. A box is therefore sometimes a little too wide, and never too narrow.
record Lettering(double size, boolean bold) {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final double MARGIN = 1.1;
  private static final double BOLD = 1.06;
  private static final int LATIN = 600;
  private static final int WIDE = 1050;
  private static final int FIRST = 32;
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // p to ~
  };

  /// The width of a text on one line.
  double width(String text) {
    int thousandths = text.codePoints().map(Lettering::thousandths).sum();
    return thousandths * size / 1000 * MARGIN * (bold ? BOLD : 1);
  }

  /// The text in lines no wider than `room`; what does not fit into `most` lines ends in an
  /// ellipsis.
  List<String> wrapped(String text, double room, int most) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : SPACE.splitAsStream(text.strip()).toList()) {
      for (String piece : fitting(word, room)) {
        String longer = line.isEmpty() ? piece : line + " " + piece;
        if (!line.isEmpty() && width(longer) > room) {
          lines.add(line);
          line = piece;
        } else {
          line = longer;
        }
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines.size() <= most ? List.copyOf(lines) : cut(lines.subList(0, most), room);
  }

  /// A word in pieces that fit: a link or another language's compound may be wider than the box.
  private List<String> fitting(String word, double room) {
    if (width(word) <= room) {
      return List.of(word);
    }
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    word.codePoints()
        .forEach(point -> {
          piece.appendCodePoint(point);
          if (width(piece.toString()) > room && piece.length() > Character.charCount(point)) {
            piece.setLength(piece.length() - Character.charCount(point));
            pieces.add(piece.toString());
            piece.setLength(0);
            piece.appendCodePoint(point);
          }
        });
    pieces.add(piece.toString());
    return pieces;
  }

  private List<String> cut(List<String> lines, double room) {
    List<String> kept = new ArrayList<>(lines);
    String last = kept.removeLast();
    while (width(last + "…") > room && last.length() > 1) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
    }
    kept.add(last.stripTrailing() + "…");
    return List.copyOf(kept);
  }

  private static int thousandths(int point) {
    if (point >= FIRST && point < FIRST + WIDTHS.length) {
      return WIDTHS[point - FIRST];
    }
    return point < 0x2E80 ? LATIN : WIDE;
  }
}
