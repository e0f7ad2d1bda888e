package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Step;
import dev.interlock.core.program.Node;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Ways to look at the seats of a study and the moves of its machine.
final class Steps {
  private Steps() {}

  /// The seats of whose contract is spoken: second seats say nothing new.
  static Stream<Seat> seats(Study study) {
    return study.seats().stream().filter(seat -> seat.number() == 1);
  }

  /// The places of each step: one, or one for each turn of a repeat.
  static Map<Step, List<Node>> places(Seat seat) {
    Map<Step, List<Node>> places = new LinkedHashMap<>();
    for (Node node : seat.places().values()) {
      Seat.step(node)
          .ifPresent(step ->
              places.merge(
                  step,
                  List.of(node),
                  (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
    }
    return places;
  }

  /// The moves by which a run in the seat leaves the place.
  static Stream<Move<Event>> from(Machine<Event> machine, Seat seat, Node node) {
    return machine.moves().stream()
        .filter(move ->
            switch (move.what()) {
              case Event.Does(var its, var place, _, _, _) ->
                  its == seat && place.equals(node.id());
              case Event.Leaves(var its, var place, _, _) -> its == seat && place.equals(node.id());
              case Event.Hears(var its, var place, _, _) -> its == seat && place.equals(node.id());
              case Event.Acts _, Event.Drifts _, Event.TimePasses _, Event.Begins _ -> false;
              case Event.Refused _, Event.Queues _, Event.Displaces _, Event.Withdraws _ -> false;
              case Event.Undelivered _, Event.Outside _, Event.GoesLive _ -> false;
            });
  }

  /// The moves by which runs in the seat leave by exits.
  static Stream<Leaving> leaving(Machine<Event> machine, Seat seat) {
    return machine.moves().stream()
        .flatMap(move ->
            move.what() instanceof Event.Leaves leaves && leaves.seat() == seat
                ? Stream.of(new Leaving(move, leaves))
                : Stream.empty());
  }

  /// A move by which a run ends.
  record Leaving(Move<Event> move, Event.Leaves what) {}

  /// The moves by which runs in the seat do something.
  static Stream<Doing> doing(Machine<Event> machine, Seat seat) {
    return machine.moves().stream()
        .flatMap(move ->
            move.what() instanceof Event.Does does && does.seat() == seat
                ? Stream.of(new Doing(move, does))
                : Stream.empty());
  }

  /// A move by which a run goes on.
  record Doing(Move<Event> move, Event.Does what) {
    Step step() {
      return what.seat().stepAt(what.place()).orElseThrow();
    }
  }
}
