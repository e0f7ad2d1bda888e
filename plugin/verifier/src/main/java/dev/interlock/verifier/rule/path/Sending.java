package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.SendTerms;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.walk.Flow;
import dev.interlock.verifier.walk.Move;
import dev.interlock.verifier.walk.Place;
import java.time.Duration;

/// What is known of a place at which something is sent or done.
final class Sending {
  private Sending() {}

  /// Where the run is once that is done.
  static int next(Place send) {
    return send.moves().stream()
        .filter(move -> move.way() == Move.Way.DONE)
        .mapToInt(Move::to)
        .findFirst()
        .orElse(Flow.END);
  }

  /// Whether it sends a message that quiet hours or holidays can hold back, when it comes so long
  /// after the one before: what is urgent is so only while what it answers is fresh.
  static boolean isHeld(Operation operation, Place place, Duration after) {
    return place.step() instanceof Step.Send send
        && (send.terms().urgent().isEmpty() || after.compareTo(SendTerms.FRESH) >= 0)
        && !(operation.hours().quiet().isEmpty() && operation.hours().holidays().isEmpty());
  }
}
