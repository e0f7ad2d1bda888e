package dev.interlock.handbook.diagram;

import java.util.List;

/// Boxes and lines with their places, ready to be drawn.
record Sheet(
    double width, double height, List<Frame> frames, List<Placed> boxes, List<Drawn> lines) {
  Sheet {
    frames = List.copyOf(frames);
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
  }

  /// A rectangle.
  record Area(double x, double y, double width, double height) {
    /// Whether the two have room in common; touching edges do not count.
    boolean overlaps(Area other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    Area movedBy(double right, double down) {
      return new Area(x + right, y + down, width, height);
    }
  }

  record Point(double x, double y) {}

  /// A frame around boxes.
  record Frame(Flow.Group group, Area area) {}

  /// A box with its texts in lines.
  record Placed(Flow.Box box, Lettered text, Area area) {}

  /// The texts of a box in lines, and the room that they take.
  record Lettered(List<String> title, List<String> note, double width, double height) {
    Lettered {
      title = List.copyOf(title);
      note = List.copyOf(note);
    }
  }

  /// A line with its corners and its label's place.
  record Drawn(Flow.Line line, List<Point> corners, List<String> label, Area labelArea) {
    Drawn {
      corners = List.copyOf(corners);
      label = List.copyOf(label);
    }
  }
}
