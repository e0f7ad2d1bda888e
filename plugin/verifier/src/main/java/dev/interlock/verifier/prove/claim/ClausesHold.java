package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;
import java.util.stream.Stream;

/// No stage is moved for a contact who no longer qualifies.
///
/// Messages need no proof: the engine asks standing clauses again before each and ends the run
/// instead (docs/decisions/0004). Stage moves it does not hold up.
public final class ClausesHold implements Property {
  @Override
  public String rule() {
    return "E-ADMIT-STALE";
  }

  @Override
  public String reason() {
    return "Who no longer qualifies is not to be treated as if they did.";
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return Steps.seats(study).flatMap(seat -> claims(study, machine, seat)).toList();
  }

  private Stream<Claim> claims(Study study, Machine<Event> machine, Seat seat) {
    return Steps.doing(machine, seat)
        .filter(doing -> doing.what().way() == Event.Way.DONE)
        .filter(doing ->
            doing.step() instanceof Step.Act(_, Action action, _, _, _)
                && action instanceof Action.MoveTo)
        .flatMap(doing ->
            study.standingClauses(seat).stream().map(clause -> claim(study, seat, doing, clause)));
  }

  private Claim claim(Study study, Seat seat, Steps.Doing doing, EntryClause clause) {
    Predicate stale = study.isBrokenByOthers(seat, clause);
    return Claim.Never.move(
        Subject.step(
            rule(),
            seat.contract(),
            doing.step(),
            "*%s* moves the deal of a contact who no longer qualifies: %s"
                .formatted(doing.step().name(), clause.reason()),
            "listen for what makes the clause false with whenever(...), or mark the clause"
                + " atEntryOnly(\"why\")."),
        stale,
        doing.move());
  }
}
