package dev.interlock.handbook.diagram;

import dev.interlock.handbook.diagram.Flow.Line;
import dev.interlock.handbook.diagram.Flow.Way;
import dev.interlock.handbook.words.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects the lines of a flow. Several ways between the same boxes are one line with their
/// labels; where one of them needs no label, none does.
final class Lines {
  private final Map<Ends, Joined> lines = new LinkedHashMap<>();

  /// Adds a way.
  void join(String from, String to, String label, Way way) {
    lines.merge(new Ends(from, to), new Joined(List.of(label), way), Joined::with);
  }

  /// Adds a way of a lesser kind, unless a way of another kind leads to the same box anyway.
  void joinAside(String from, String to, String label, Way way) {
    Joined there = lines.get(new Ends(from, to));
    if (there == null || there.way() == way) {
      join(from, to, label, way);
    }
  }

  List<Line> all() {
    List<Line> all = new ArrayList<>();
    lines.forEach((ends, joined) -> all.add(joined.line(ends)));
    return List.copyOf(all);
  }

  private record Ends(String from, String to) {}

  private record Joined(List<String> labels, Way way) {
    Joined with(Joined more) {
      List<String> all = new ArrayList<>(labels);
      more.labels.stream().filter(label -> !all.contains(label)).forEach(all::add);
      return new Joined(List.copyOf(all), way == more.way ? way : Way.ON);
    }

    Line line(Ends ends) {
      boolean always = labels.stream().anyMatch(String::isEmpty);
      return new Line(ends.from, ends.to, always ? "" : Phrases.or(labels), way);
    }
  }
}
