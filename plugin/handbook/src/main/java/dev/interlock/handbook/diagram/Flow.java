package dev.interlock.handbook.diagram;

import java.util.List;

/// Boxes and the lines between them, in reading order, without places on a sheet yet.
///
/// @param groups frames around boxes; a box is in at most one
record Flow(List<Box> boxes, List<Line> lines, List<Group> groups) {
  Flow {
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
    groups = List.copyOf(groups);
  }

  /// A box.
  ///
  /// @param caption what sort of thing it is, in a word or two
  /// @param title what it says
  /// @param note what it says below, in smaller letters; may be empty
  /// @param link the address to which it leads; empty for none
  record Box(String id, Look look, String caption, String title, String note, String link) {}

  /// A line from one box to another.
  record Line(String from, String to, String label, Way way) {}

  /// A frame around boxes, with its name.
  record Group(String id, String caption, String title, List<String> members) {
    Group {
      members = List.copyOf(members);
    }
  }

  /// What taking a line means.
  enum Way {
    ON("on"),
    SILENCE("silence"),
    PAST("past"),
    ASIDE("aside"),
    FAILURE("failure");

    private final String css;

    Way(String css) {
      this.css = css;
    }

    String css() {
      return css;
    }
  }
}
