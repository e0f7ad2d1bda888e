package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Handler;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/// A contract as the graph of the ways that a run can take, by its shape alone: every event may
/// come, every condition may hold.
///
/// @param start where a run begins
/// @param handlers where each handler of the contract begins, in their order
public record Flow(List<Place> places, int start, List<Integer> handlers) {
  /// Where a path leads that just stops.
  public static final int END = -1;

  public Flow {
    places = List.copyOf(places);
    handlers = List.copyOf(handlers);
  }

  /// The flow of a contract.
  public static Flow of(Contract contract) {
    FlowBuilder builder = new FlowBuilder();
    int start = builder.enter(contract.path(), END);
    List<Integer> handlers =
        contract.handlers().stream()
            .map(Handler::path)
            .map(path -> builder.enter(path, END))
            .toList();
    return new Flow(builder.places(), start, handlers);
  }

  /// Places to which a run can come, each once.
  public List<Place> reachable() {
    BitSet seen = new BitSet();
    reach(start, seen, _ -> true);
    handlers.forEach(handler -> reach(handler, seen, _ -> true));
    return places.stream().filter(place -> seen.get(place.number())).toList();
  }

  /// Places to which a run can come from the given one, which is included, by such moves alone.
  public List<Place> from(int number, Predicate<Move> allowed) {
    BitSet seen = new BitSet();
    reach(number, seen, allowed);
    return places.stream().filter(place -> seen.get(place.number())).toList();
  }

  /// Places to which a run can come from the given one, which is included, by any move, and by the
  /// handlers that may answer wherever it waits on the way.
  public List<Place> onward(int number) {
    BitSet seen = new BitSet();
    reach(number, seen, _ -> true);
    boolean waits =
        places.stream().anyMatch(place -> seen.get(place.number()) && place.isWaiting());
    if (waits) {
      handlers.forEach(handler -> reach(handler, seen, _ -> true));
    }
    return places.stream().filter(place -> seen.get(place.number())).toList();
  }

  private void reach(int from, BitSet seen, Predicate<Move> allowed) {
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int number = open.pop();
      if (number == END || seen.get(number)) {
        continue;
      }
      seen.set(number);
      places.get(number).moves().stream().filter(allowed).map(Move::to).forEach(open::push);
    }
  }
}
