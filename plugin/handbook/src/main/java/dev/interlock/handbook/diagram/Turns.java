package dev.interlock.handbook.diagram;

import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Folds the turns of repeats: a program has every turn as places of its own, a drawing only one.
final class Turns {
  private static final Pattern TURN = Pattern.compile("#(\\d+)(?=#|~|$)");

  private final Map<String, Integer> most = new HashMap<>();
  private final Set<NodeId> visited = new HashSet<>();

  private Turns() {}

  static Turns of(Program program) {
    Turns turns = new Turns();
    for (NodeId place : program.nodes().keySet()) {
      turns.most.merge(folded(place), last(place), Math::max);
    }
    return turns;
  }

  /// The place without its turns.
  static String folded(NodeId place) {
    return TURN.matcher(place.text()).replaceAll("");
  }

  /// Whether the place was not visited before; now it was.
  boolean firstVisit(NodeId place) {
    return visited.add(place);
  }

  /// The label of a way that leads from one turn into the next; empty for any other way.
  String back(NodeId from, NodeId to) {
    int turn = last(to);
    if (turn < 2 || turn <= last(from)) {
      return "";
    }
    return "again, " + most.getOrDefault(folded(to), turn) + " times in all";
  }

  private static int last(NodeId place) {
    Matcher matcher = TURN.matcher(place.text());
    int turn = 0;
    while (matcher.find()) {
      turn = Integer.parseInt(matcher.group(1));
    }
    return turn;
  }
}
