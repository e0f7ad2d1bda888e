package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.EntryClause;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;
import java.util.stream.Stream;

/// Each clause of an entry filter turns somebody away whom the others would let in.
///
/// One that does not is no mistake of what happens, and is told as a warning: whoever reads it
/// believes that it decides something. Clauses about other runs, lanes and the time of day are not
/// asked: what they read is not modelled for every contract.
public final class ClausesMatter implements Property {
  @Override
  public String rule() {
    return "E-ADMIT-IMPOSSIBLE";
  }

  @Override
  public String reason() {
    return "A filter that refuses everybody for whom the trigger comes makes a workflow that never"
        + " runs.";
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return Steps.seats(study).flatMap(seat -> claims(study, seat)).toList();
  }

  private Stream<Claim> claims(Study study, Seat seat) {
    List<EntryClause> clauses = study.clausesAboutContacts(seat);
    return clauses.size() < 2
        ? Stream.empty()
        : clauses.stream().map(clause -> claim(study, seat, clauses, clause));
  }

  private Claim claim(Study study, Seat seat, List<EntryClause> clauses, EntryClause clause) {
    Predicate others =
        Predicate.all(
            clauses.stream()
                .filter(other -> !other.equals(clause))
                .map(other -> study.isMet(seat, other))
                .toList());
    return new Claim.Possible(
        new Subject(
                rule(),
                seat.contract(),
                "admits",
                clause.position(),
                "the clause *%s* turns nobody away whom the others let in"
                    .formatted(clause.reason()),
                "take it away, or say what it is meant to turn away.")
            .asNote(),
        others,
        List.of(others.and(study.isMet(seat, clause).not())));
  }
}
