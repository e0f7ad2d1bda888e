package dev.interlock.verifier.prove.world;

import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a run has been told and has not yet heard: the last thing that anybody in its contract
/// listens to.
final class Latch {
  private final List<WorldAct> acts;
  private final Variable variable;

  Latch(Seat seat, List<WorldAct> acts) {
    this.acts = acts;
    List<String> words = new ArrayList<>(List.of("nothing"));
    acts.forEach(act -> words.add(words.size() + " " + act.script()));
    this.variable = new Variable(seat.label() + " has to hear", words);
  }

  Variable variable() {
    return variable;
  }

  List<WorldAct> acts() {
    return acts;
  }

  Predicate isEmpty() {
    return variable.is(Values.NOTHING);
  }

  Predicate holds(WorldAct act) {
    return variable.is(acts.indexOf(act) + 1);
  }

  Assignment emptied() {
    return variable.becomes(Values.NOTHING);
  }

  Optional<Assignment> holding(WorldAct act) {
    int index = acts.indexOf(act);
    return index < 0 ? Optional.empty() : Optional.of(variable.becomes(index + 1));
  }
}
