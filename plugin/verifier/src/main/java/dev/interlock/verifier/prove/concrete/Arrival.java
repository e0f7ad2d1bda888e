package dev.interlock.verifier.prove.concrete;

import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Run;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Simulation;
import dev.interlock.verifier.prove.claim.Subject;
import dev.interlock.verifier.prove.symbolic.State;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.Optional;

/// Whether a story shows what a rule speaks of that nothing watches at run time: a message that was
/// blocked, or runs that stand where the model says.
final class Arrival {
  private Arrival() {}

  static boolean shows(
      Subject subject, Study study, State state, Simulation simulation, Chronicle chronicle) {
    boolean blocked =
        chronicle.facts().stream()
            .map(Chronicle.Dated::fact)
            .anyMatch(fact ->
                fact instanceof Fact.NotSent(var who, var step, _, var why, _)
                    && why == Fact.Why.BLOCKED
                    && who.contract().equals(subject.contract().id())
                    && step.equals(subject.at()));
    return blocked
        || study.seats().stream()
            .allMatch(seat -> stands(seat, state.value(seat.at()), simulation));
  }

  private static boolean stands(Seat seat, int value, Simulation simulation) {
    Optional<NodeId> wanted = seat.place(value);
    Optional<Run> run =
        simulation.underWay().stream()
            .filter(one -> one.contract().equals(seat.id()))
            .skip(seat.number() - 1L)
            .findFirst();
    return wanted.isEmpty()
        ? run.isEmpty()
        : run.flatMap(one -> one.standing().place()).equals(wanted);
  }
}
