package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.Exits;
import dev.interlock.core.program.Node;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Situation;
import dev.interlock.simulation.Who;
import java.util.List;

/// A run that does not come to a declared exit: it stands for ever, or its path just stops.
///
/// Decided here: a run can move when it has a command under way, waits for a time, or waits for an
/// operator who will have to say something; the core takes a run whose path stops out by `failed`,
/// and that is no declared ending.
record NoExit(Repertoire repertoire) implements Monitor {
  @Override
  public String rule() {
    return "E-NO-EXIT";
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
        case Fact.Rests(var situation) ->
            situation.underWay().stream()
                .filter(run -> !canMove(run, situation))
                .forEach(run ->
                    breachOnce(
                        run.id().text(),
                        List.of(run.contract().text()),
                        run.standing().place().map(Object::toString).orElse(""),
                        "the run of *%s* stands for ever".formatted(run.contract())));
        case Fact.Left(var who, var exit, var reason, _, _, _)
            when exit.equals(Exits.FAILED) && isFault(who, reason) ->
            breach(
                List.of(who.contract().text()),
                exit.text(),
                "a run of *%s* comes to no declared exit: %s".formatted(who.contract(), reason));
        case Fact _ -> {}
      }
    }
  }

  private static boolean canMove(Run run, Situation situation) {
    return switch (run.standing()) {
      case Standing.Doubtful _, Standing.Paused _ -> true;
      case Standing.Queued _, Standing.Held _, Standing.Waiting _, Standing.Awaiting _ -> true;
      case Standing.Commanded _, Standing.Closing _, Standing.Verifying _ ->
          situation.commanded().contains(new Who(run.id(), run.contract()));
      case Standing.Ready _, Standing.Ended _, Standing.TurnedAway _ -> false;
    };
  }

  private boolean isFault(Who who, String reason) {
    return repertoire.program(who.contract()).stream()
        .flatMap(program -> program.nodes().values().stream())
        .anyMatch(node ->
            node instanceof Node.LeaveNode(_, _, var fault)
                && fault.filter(reason::equals).isPresent());
  }
}
