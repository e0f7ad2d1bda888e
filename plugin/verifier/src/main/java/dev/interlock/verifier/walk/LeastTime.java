package dev.interlock.verifier.walk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// How soon a run can come from one place to others. Further turns of a repeat and moments whose
/// distance nobody knows count as no time; handlers may begin at every place that waits.
public final class LeastTime {
  private LeastTime() {}

  /// The least time to each place that can follow, without the place itself.
  public static Map<Place, Duration> from(Flow flow, Place start) {
    Map<Place, Duration> least = after(flow, start);
    least.remove(start);
    return least;
  }

  /// The same, and the least time until the run comes to the place itself again, if it does.
  public static Map<Place, Duration> after(Flow flow, Place start) {
    Map<Integer, Duration> known = new HashMap<>();
    PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparing(Reached::after));
    leave(flow, start, Duration.ZERO).forEach(open::add);
    while (!open.isEmpty()) {
      Reached next = open.poll();
      if (known.putIfAbsent(next.number(), next.after()) == null) {
        leave(flow, flow.places().get(next.number()), next.after()).forEach(open::add);
      }
    }
    Map<Place, Duration> least = new HashMap<>();
    known.forEach((number, after) -> least.put(flow.places().get(number), after));
    return least;
  }

  private static List<Reached> leave(Flow flow, Place place, Duration so) {
    List<Reached> next = new ArrayList<>();
    for (Move move : place.moves()) {
      if (move.to() != Flow.END) {
        next.add(new Reached(move.to(), so.plus(move.least())));
      }
    }
    if (place.isWaiting()) {
      flow.handlers().stream()
          .filter(handler -> handler != Flow.END)
          .forEach(handler -> next.add(new Reached(handler, so)));
    }
    return next;
  }

  private record Reached(int number, Duration after) {}
}
