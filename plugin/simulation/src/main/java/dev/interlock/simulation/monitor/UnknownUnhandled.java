package dev.interlock.simulation.monitor;

import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Who;
import java.util.List;

/// A run whose way is decided by something that the CRM does not say, and of which the contract
/// does not say what it is taken for.
///
/// Decided here: a branch counts when it is gone by, an arm while its await waits, and a handler
/// while the run is under way, whether or not what they listen for comes; these cannot say what
/// unknown is taken for.
record UnknownUnhandled(Repertoire repertoire) implements Monitor {
  @Override
  public String rule() {
    return "E-UNKNOWN-UNHANDLED";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.Unsaid(var who, var step) when !isTreated(who, step) ->
            breachOnce(
                who.run() + " " + step,
                List.of(who.contract().text()),
                step,
                "%s goes by what the CRM does not say, and nothing says what happens then"
                    .formatted(place(who, step)));
        case Fact _ -> {}
      }
    }
  }

  private static String place(Who who, String step) {
    return step.equals(Fact.Unsaid.THROUGHOUT)
        ? "a handler of *%s*".formatted(who.contract())
        : "at *%s*, *%s*".formatted(step, who.contract());
  }

  private boolean isTreated(Who who, String step) {
    return repertoire
        .program(who.contract())
        .filter(program ->
            program.nodes().get(new NodeId(step)) instanceof Node.BranchNode branch
                && branch.step().unknown().isPresent())
        .isPresent();
  }
}
