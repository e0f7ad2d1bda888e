package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Step;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;
import java.util.Map;

/// Every step is reached by somebody.
public final class StepsLive implements Property {
  @Override
  public String rule() {
    return "E-STEP-DEAD";
  }

  @Override
  public String reason() {
    return "A step that never runs is a promise on the page that is not kept.";
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return Steps.seats(study)
        .flatMap(
            seat -> Steps.places(seat).entrySet().stream().<Claim>map(entry -> claim(seat, entry)))
        .toList();
  }

  private Claim claim(Seat seat, Map.Entry<Step, List<dev.interlock.core.program.Node>> entry) {
    Step step = entry.getKey();
    List<Predicate> places =
        entry.getValue().stream().map(node -> seat.standsAt(node.id())).toList();
    return new Claim.Possible(
        Subject.step(
            rule(),
            seat.contract(),
            step,
            "*%s* never runs: whatever a contact does, the path does not come here"
                .formatted(step.name()),
            "take the step away, or change the condition before it that nobody meets."),
        seat.isInside(),
        places);
  }
}
