package dev.interlock.handbook.diagram;

import dev.interlock.handbook.diagram.Flow.Box;
import dev.interlock.handbook.diagram.Sheet.Lettered;
import java.util.List;

/// Letters the boxes and labels: which texts stand in which lines, and how big a box has to be.
final class BoxText {
  static final double PAD = 14;
  static final double CAPTION_LINE = 17;
  static final double TITLE_LINE = 18;
  static final double NOTE_LINE = 15.5;
  static final double LABEL_LINE = 15;
  static final double LABEL_PAD = 5;

  private static final double BOX_ROOM = 204;
  private static final double END_ROOM = 124;
  private static final double LABEL_ROOM = 118;
  private static final int TITLE_LINES = 4;
  private static final int NOTE_LINES = 4;
  private static final int END_LINES = 2;
  private static final int LABEL_LINES = 4;
  private static final Lettering CAPTION = new Lettering(11.5, true);
  private static final Lettering TITLE = new Lettering(13.5, false);
  private static final Lettering NOTE = new Lettering(12, false);
  private static final Lettering END = new Lettering(13, true);
  private static final Lettering LABEL = new Lettering(12, false);

  private BoxText() {}

  static Lettered of(Box box) {
    return box.look().isEnd() ? end(box) : full(box);
  }

  private static Lettered end(Box box) {
    List<String> title = END.wrapped(box.title(), END_ROOM, END_LINES);
    double width = Math.max(64, widest(END, title) + 2 * PAD + 4);
    return new Lettered(title, List.of(), width, title.size() * TITLE_LINE + 14);
  }

  private static Lettered full(Box box) {
    List<String> title = TITLE.wrapped(box.title(), BOX_ROOM, TITLE_LINES);
    List<String> note =
        box.note().isBlank() ? List.of() : NOTE.wrapped(box.note(), BOX_ROOM, NOTE_LINES);
    double height =
        PAD + CAPTION_LINE + title.size() * TITLE_LINE + note.size() * NOTE_LINE + PAD - 4;
    double room = Math.max(BOX_ROOM, Math.min(CAPTION.width(box.caption()), BOX_ROOM + 40));
    return new Lettered(title, note, room + 2 * PAD, height);
  }

  static List<String> label(String text) {
    return text.isBlank() ? List.of() : LABEL.wrapped(text, LABEL_ROOM, LABEL_LINES);
  }

  static double labelWidth(List<String> lines) {
    return widest(LABEL, lines) + 2 * LABEL_PAD;
  }

  static double labelHeight(List<String> lines) {
    return lines.size() * LABEL_LINE + 4;
  }

  private static double widest(Lettering lettering, List<String> lines) {
    return lines.stream().mapToDouble(lettering::width).max().orElse(0);
  }
}
