package dev.interlock.handbook.diagram;

import dev.interlock.handbook.diagram.Flow.Box;
import dev.interlock.handbook.diagram.Flow.Line;
import dev.interlock.handbook.diagram.Sheet.Area;
import dev.interlock.handbook.diagram.Sheet.Drawn;
import dev.interlock.handbook.diagram.Sheet.Lettered;
import dev.interlock.handbook.diagram.Sheet.Placed;
import dev.interlock.handbook.diagram.Sheet.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A box with the endings that hang at its side: "fails" or "asks to stop" leads to a small ending
/// right beside the step instead of one further down, which keeps the path a straight column.
record Cluster(Box box, Lettered text, List<Hanging> hanging, double width, double height) {
  private static final double GAP = 34;
  private static final double BETWEEN = 8;
  private static final double STEP = 8;

  Cluster {
    hanging = List.copyOf(hanging);
  }

  /// A line to the side, and the ending at its end; places are relative to the box's corner.
  record Hanging(
      Line line, Box end, Lettered text, List<String> label, Area labelArea, Area area) {}

  /// All boxes of a flow, those that hang at others inside them.
  static List<Cluster> all(Flow flow) {
    Map<String, Box> boxes = new LinkedHashMap<>();
    flow.boxes().forEach(box -> boxes.put(box.id(), box));
    Set<String> hanging = new LinkedHashSet<>();
    Map<String, List<Line>> lines = new LinkedHashMap<>();
    for (Line line : flow.lines()) {
      lines.computeIfAbsent(line.from(), _ -> new ArrayList<>()).add(line);
      if (hangs(line, boxes)) {
        hanging.add(line.to());
      }
    }
    return flow.boxes().stream()
        .filter(box -> !hanging.contains(box.id()))
        .map(box -> of(box, lines.getOrDefault(box.id(), List.of()), boxes))
        .toList();
  }

  /// Whether anything hangs at a side.
  boolean hasHanging() {
    return !hanging.isEmpty();
  }

  private static boolean hangs(Line line, Map<String, Box> boxes) {
    Box end = boxes.get(line.to());
    return end != null && end.look().isEnd() && !line.label().isBlank();
  }

  private static Cluster of(Box box, List<Line> lines, Map<String, Box> boxes) {
    Lettered text = BoxText.of(box);
    List<Hanging> hanging = new ArrayList<>();
    double down = 0;
    for (Line line : lines) {
      Box end = boxes.get(line.to());
      if (end != null && hangs(line, boxes)) {
        Hanging one = hanging(line, end, text.width() + GAP, down);
        hanging.add(one);
        down = one.area().y() + one.area().height() + BETWEEN;
      }
    }
    double width = hanging.stream().mapToDouble(Cluster::rightEdge).max().orElse(text.width());
    return new Cluster(box, text, hanging, width, Math.max(text.height(), down - BETWEEN));
  }

  private static Hanging hanging(Line line, Box end, double x, double y) {
    Lettered text = BoxText.of(end);
    List<String> label = BoxText.label(line.label());
    double labelHeight = BoxText.labelHeight(label);
    double room = Math.max(text.width(), BoxText.labelWidth(label));
    Area labelArea = new Area(x, y, room, labelHeight);
    Area area = new Area(x, y + labelHeight + 2, text.width(), text.height());
    return new Hanging(line, end, text, label, labelArea, area);
  }

  private static double rightEdge(Hanging one) {
    return one.labelArea().x() + Math.max(one.labelArea().width(), one.area().width());
  }

  /// The box and its endings, with the corner at this point.
  List<Placed> placed(Point corner) {
    List<Placed> placed = new ArrayList<>();
    placed.add(
        new Placed(box, text, new Area(corner.x(), corner.y(), text.width(), text.height())));
    for (Hanging one : hanging) {
      placed.add(new Placed(one.end(), one.text(), one.area().movedBy(corner.x(), corner.y())));
    }
    return placed;
  }

  /// The lines to the endings at the side.
  List<Drawn> drawn(Point corner) {
    List<Drawn> drawn = new ArrayList<>();
    for (Hanging one : hanging) {
      double y = corner.y() + one.area().y() + one.area().height() / 2;
      Point end = new Point(corner.x() + one.area().x(), y);
      Area label = one.labelArea().movedBy(corner.x(), corner.y());
      drawn.add(new Drawn(one.line(), corners(corner, end), one.label(), label));
    }
    return drawn;
  }

  /// Straight to an ending beside the box; to one below that, down along a common trunk.
  private List<Point> corners(Point corner, Point end) {
    double right = corner.x() + text.width();
    double lowest = corner.y() + text.height() - STEP;
    if (end.y() <= lowest) {
      return List.of(new Point(right, end.y()), end);
    }
    double trunk = right + GAP / 2 - 3;
    double start = hanging.getFirst().area().y() + hanging.getFirst().area().height() / 2;
    double leaves = corner.y() + Math.min(start, text.height() - STEP);
    return List.of(
        new Point(right, leaves), new Point(trunk, leaves), new Point(trunk, end.y()), end);
  }
}
