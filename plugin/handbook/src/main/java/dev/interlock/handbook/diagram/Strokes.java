package dev.interlock.handbook.diagram;

import dev.interlock.handbook.diagram.Sheet.Point;
import java.util.List;

/// The paths of lines with rounded corners and their heads, as SVG writes them.
final class Strokes {
  private static final double CORNER = 7;
  private static final double HEAD = 7;

  private Strokes() {}

  /// The line with its corners rounded, up to where its head begins.
  static String line(List<Point> corners) {
    StringBuilder path = new StringBuilder("M").append(pair(corners.getFirst()));
    for (int i = 1; i < corners.size() - 1; i++) {
      Point corner = corners.get(i);
      double room =
          Math.min(distance(corners.get(i - 1), corner), distance(corner, corners.get(i + 1))) / 2;
      double radius = Math.min(CORNER, room);
      path.append('L').append(pair(towards(corner, corners.get(i - 1), radius)));
      path.append('Q').append(pair(corner)).append(' ');
      path.append(pair(towards(corner, corners.get(i + 1), radius)));
    }
    Point last = corners.getLast();
    path.append('L').append(pair(towards(last, corners.get(corners.size() - 2), HEAD - 1)));
    return path.toString();
  }

  /// The head at its end.
  static String head(List<Point> corners) {
    Point tip = corners.getLast();
    Point back = towards(tip, corners.get(corners.size() - 2), HEAD);
    double across = (tip.x() - back.x()) / HEAD * 4;
    double along = (tip.y() - back.y()) / HEAD * 4;
    Point left = new Point(back.x() - along, back.y() + across);
    Point right = new Point(back.x() + along, back.y() - across);
    return "M" + pair(tip) + "L" + pair(left) + "L" + pair(right) + "Z";
  }

  private static Point towards(Point from, Point to, double steps) {
    double whole = distance(from, to);
    if (whole == 0) {
      return from;
    }
    double share = steps / whole;
    return new Point(
        from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
  }

  private static double distance(Point one, Point other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }

  private static String pair(Point point) {
    return Svg.number(point.x()) + " " + Svg.number(point.y());
  }
}
