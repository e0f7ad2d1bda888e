package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Contract;
import dev.interlock.simulation.script.Act;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;

/// Somebody for whom the trigger comes is let in.
public final class DoorsOpen implements Property {
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
    return Steps.seats(study).map(seat -> claim(study, machine, seat)).toList();
  }

  private Claim claim(Study study, Machine<Event> machine, Seat seat) {
    Contract contract = seat.contract();
    List<Move<Event>> asking =
        machine.moves().stream()
            .filter(move -> study.asksIn(move, contract.id()) && !isByName(move.what()))
            .toList();
    Predicate admissible = study.admissible(seat);
    List<Predicate> ways =
        asking.stream().map(move -> move.guard().and(admissible.given(move.updates()))).toList();
    Predicate asked = Predicate.any(asking.stream().map(Move::guard).toList());
    return new Claim.Possible(
        new Subject(
            rule(),
            contract,
            "admits",
            contract.admits().isEmpty()
                ? contract.position()
                : contract.admits().getFirst().position(),
            "turns away everybody whom its trigger brings: what the trigger tells and what the filter"
                + " asks for cannot both be true",
            "loosen the clause that contradicts the trigger, or start on another event."),
        asked,
        ways);
  }

  private static boolean isByName(Event event) {
    return event instanceof Event.Acts(var act)
        && (act.script() instanceof Act.StartedByHand || act.script() instanceof Act.StartedByApi);
  }
}
