package dev.interlock.verifier.prove.claim;

import dev.interlock.core.program.Node;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.ArrayList;
import java.util.List;

/// From wherever a run stands it goes on by itself, though nobody does anything. Programs have no
/// cycles, so that a run which always goes on comes to an exit.
public final class RunsEnd implements Property {
  @Override
  public String rule() {
    return "E-NO-EXIT";
  }

  @Override
  public String reason() {
    return "A run that stops without an exit leaves a contact in a state that nobody declared and"
        + " nobody owns.";
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    List<Claim> claims = new ArrayList<>();
    Steps.seats(study)
        .forEach(seat ->
            Steps.places(seat)
                .forEach((step, nodes) -> {
                  for (Node node : nodes) {
                    claims.add(
                        Claim.Never.be(
                            Subject.step(
                                rule(),
                                seat.contract(),
                                step,
                                "a run can stand at *%s* for ever: no way on is open to it"
                                    .formatted(step.name()),
                                "say what happens to whom none of the ways fits."),
                            stuck(study, machine, seat, node)));
                  }
                }));
    return claims;
  }

  private static Predicate stuck(Study study, Machine<Event> machine, Seat seat, Node node) {
    List<Predicate> ways = Steps.from(machine, seat, node).map(Move::guard).toList();
    return seat.standsAt(node.id())
        .and(study.nothingIsUrgentBesides(seat))
        .and(Predicate.any(ways).not());
  }
}
