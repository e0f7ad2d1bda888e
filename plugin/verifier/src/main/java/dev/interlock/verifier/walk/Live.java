package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.Exits;
import dev.interlock.contract.model.Step;
import java.util.List;

/// What of a contract can happen once it has begun: steps and exits to which a way leads. Operators
/// withdraw runs, lanes displace them, and a fault ends them, whatever the path says.
public record Live(List<Step> steps, List<Exit> exits) {
  public Live {
    steps = List.copyOf(steps);
    exits = List.copyOf(exits);
  }

  public static Live of(Contract contract) {
    List<Step> steps = Flow.of(contract).reachable().stream().map(Place::step).distinct().toList();
    List<Exit> exits =
        contract.exits().stream().filter(exit -> isAlways(exit) || isLeftBy(steps, exit)).toList();
    return new Live(steps, exits);
  }

  private static boolean isAlways(Exit exit) {
    return exit.kind() == ExitKind.WITHDRAWN
        || exit.kind() == ExitKind.DISPLACED
        || exit.name().equals(Exits.FAILED);
  }

  private static boolean isLeftBy(List<Step> steps, Exit exit) {
    return steps.stream()
        .anyMatch(step -> step instanceof Step.Leave(var left, _) && left.equals(exit.name()));
  }
}
