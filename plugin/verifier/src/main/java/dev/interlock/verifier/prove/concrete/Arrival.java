package dev.interlock.verifier.prove.concrete;

import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Run;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Simulation;
import dev.interlock.verifier.prove.claim.Claim;
import dev.interlock.verifier.prove.claim.Subject;
import dev.interlock.verifier.prove.symbolic.State;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a story shows what a rule speaks of that nothing watches at run time: a message that was
/// blocked, or runs that stand where the model says.
final class Arrival {
  private Arrival() {}

  static Optional<Witness.Sight> seen(
      Claim.Never claim, Study study, State state, Simulation story) {
    Chronicle chronicle = story.chronicle();
    return shows(claim, study, state, story, chronicle)
            && new Agreement(study, state, story.account().read()).on(claim.where())
        ? Optional.of(new Witness.Sight(chronicle.facts().size(), words(claim.subject())))
        : Optional.empty();
  }

  /// Of a whole contract findings say only what it does.
  private static String words(Subject subject) {
    return subject.message().startsWith("admits ")
        ? "*" + subject.contract().id() + "* " + subject.message()
        : subject.message();
  }

  private static boolean shows(
      Claim.Never claim, Study study, State state, Simulation simulation, Chronicle chronicle) {
    return claim
        .then()
        .map(move -> isUndecided(claim.subject(), chronicle))
        .orElseGet(() ->
            isBlocked(claim.subject(), chronicle)
                || study.seats().stream()
                    .allMatch(seat -> stands(seat, state.value(seat.at()), simulation)));
  }

  /// Whether a branch was left because the CRM did not say.
  private static boolean isUndecided(Subject subject, Chronicle chronicle) {
    return facts(chronicle)
        .anyMatch(fact ->
            fact instanceof Fact.Noted(var who, Entry(var kind, var step, var words))
                && kind == Entry.Kind.BRANCHED
                && words.startsWith("The CRM does not say")
                && who.contract().equals(subject.contract().id())
                && step.equals(subject.at()));
  }

  private static boolean isBlocked(Subject subject, Chronicle chronicle) {
    return facts(chronicle)
        .anyMatch(fact ->
            fact instanceof Fact.NotSent(var who, var step, _, var why, _)
                && why == Fact.Why.BLOCKED
                && who.contract().equals(subject.contract().id())
                && step.equals(subject.at()));
  }

  private static Stream<Fact> facts(Chronicle chronicle) {
    return chronicle.facts().stream().map(Chronicle.Dated::fact);
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
