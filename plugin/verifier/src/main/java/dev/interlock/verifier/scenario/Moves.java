package dev.interlock.verifier.scenario;

import dev.interlock.core.program.NodeId;
import dev.interlock.verifier.prove.world.Event;

/// Which moves of the prover's model are which ways of a contract.
final class Moves {
  private Moves() {}

  static boolean walk(Event event, Passage passage) {
    return switch (event) {
      case Event.Does(_, var place, var way, var limb, _) ->
          isAt(place, passage) && words(way, limb).equals(passage.way());
      case Event.Hears(_, var place, _, Event.By.Arm(var number)) ->
          isAt(place, passage) && passage.way().equals(Passages.arm(number));
      case Event.Hears(_, _, _, Event.By.Handler(var number)) ->
          passage.step().equals(Passages.THROUGHOUT)
              && passage.way().equals(Passages.handler(number));
      case Event.Undelivered(_, var sender) ->
          isAt(sender, passage) && passage.way().equals(Passages.UNDELIVERED);
      case Event.Leaves(_, _, var exit, _) ->
          passage.way().equals(Passages.LEFT) && exit.text().equals(passage.step());
      case Event _ -> false;
    };
  }

  private static boolean isAt(NodeId place, Passage passage) {
    int turn = place.text().indexOf('#');
    String step = turn < 0 ? place.text() : place.text().substring(0, turn);
    return step.equals(passage.step());
  }

  private static String words(Event.Way way, int limb) {
    return switch (way) {
      case DONE -> Passages.DONE;
      case REFUSED -> Passages.REFUSED;
      case BLOCKED -> Passages.BLOCKED;
      case REACHED -> Passages.REACHED;
      case PAST -> Passages.PAST;
      case GONE -> Passages.GONE;
      case SILENCE -> Passages.SILENCE;
      case CHOSEN -> Passages.arm(limb);
      case OTHERWISE -> Passages.OTHERWISE;
      case UNKNOWN -> Passages.UNKNOWN;
      case DRAWN -> Passages.share(limb);
      case NO_LONGER_ADMITTED -> "no longer admitted";
    };
  }
}
