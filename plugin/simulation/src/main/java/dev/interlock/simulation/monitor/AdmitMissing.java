package dev.interlock.simulation.monitor;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Sayings;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Who;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A message that cannot go out to a contact whom the contract let in: there is no address for it,
/// or they had opted out, and the step does not say what happens then.
///
/// Decided here: whoever opts out while the run is under way, and whom the CRM blocks though
/// nothing that it says is against it, were let in rightly.
record AdmitMissing(Repertoire repertoire) implements Monitor {
  @Override
  public String rule() {
    return "E-ADMIT-MISSING";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    private final Set<RunId> stopped = new HashSet<>();
    private final Map<RunId, String> refused = new HashMap<>();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.Told(var event, _, var underWay) when isOptOut(event) ->
            underWay.forEach(who -> stopped.add(who.run()));
        case Fact.Came(var who, var command, Outcome.Blocked _, _) ->
            refused.put(who.run(), command.step());
        case Fact.NotSent(var who, var step, _, var why, var words)
            when why == Fact.Why.BLOCKED -> {
          if (!step.equals(refused.remove(who.run()))) {
            blocked(who, step);
          }
        }
        case Fact _ -> {}
      }
    }

    private void blocked(Who who, String step) {
      if (!stopped.contains(who.run()) && isUnsaid(who, step)) {
        breachOnce(
            who.run() + " " + step,
            List.of(who.contract().text()),
            step,
            "*%s* admits a contact to whom *%s* cannot be sent".formatted(who.contract(), step));
      }
    }
  }

  private static boolean isOptOut(DomainEvent event) {
    return switch (event.what()) {
      case Happening.ConsentHappened(var change, _) -> change == ConsentChange.OPTED_OUT;
      case Happening.MessageReceived(_, _, var text) -> Sayings.isOptOut(text);
      case Happening _ -> false;
    };
  }

  private boolean isUnsaid(Who who, String step) {
    return repertoire
        .program(who.contract())
        .filter(program ->
            program.nodes().get(new NodeId(step)) instanceof Node.SendNode send
                && isUsual(send.step()))
        .isPresent();
  }

  private static boolean isUsual(Step.Send send) {
    return send.onFailure().blocked().equals(OnFailure.usual(send.position()).blocked());
  }
}
