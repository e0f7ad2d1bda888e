package dev.interlock.verifier.rule.ending;

import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.StageRef;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Doors;
import dev.interlock.verifier.walk.Standings;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Routes of which it is not said what happens when the next contract turns the contact away, and
/// routes into contracts that turn everybody away who comes by them.
final class RouteRefused implements Rule {
  @Override
  public String id() {
    return "E-ROUTE-REFUSED";
  }

  @Override
  public String reason() {
    return "Between an exit and the next entry others may act; whom the next door turns away must not"
        + " fall between the two.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract -> contract.exits().stream().flatMap(exit -> judge(set, contract, exit)));
  }

  private Stream<Finding> judge(ContractSet set, Contract contract, Exit exit) {
    if (!(exit.continuation() instanceof Continuation.RoutesTo(var target, var orElse))) {
      return Stream.empty();
    }
    return set.contract(target).stream()
        .flatMap(next ->
            Stream.concat(
                unsaid(contract, exit, next, orElse),
                closed(set.operation(), contract, exit, next)));
  }

  private Stream<Finding> unsaid(
      Contract contract, Exit exit, Contract next, Optional<String> orElse) {
    if (orElse.isPresent() || !Doors.mayTurnAway(next)) {
      return Stream.empty();
    }
    return Stream.of(
        found(
            contract,
            exit.name().text(),
            exit.position(),
            "exit *%s* routes to *%s*, which may turn the contact away; what then is not said"
                .formatted(exit.name(), next.id()),
            "say orElse(\"what is done for them instead\") behind routesTo(...)."));
  }

  /// A promise of the exit that the next contract's filter refuses.
  private Stream<Finding> closed(Operation operation, Contract contract, Exit exit, Contract next) {
    return exit.leaves().stream()
        .flatMap(leaves -> leaves instanceof Leaves.AtStage(var at) ? Stream.of(at) : Stream.of())
        .filter(at -> isTurnedAway(operation, at, next))
        .map(at ->
            found(
                contract,
                exit.name().text(),
                exit.position(),
                "exit *%s* leaves the deal at %s and routes to *%s*, which turns away everybody there"
                    .formatted(exit.name(), at, next.id()),
                "route to a contract that admits them, or say with next(...) who carries on."));
  }

  private static boolean isTurnedAway(Operation operation, StageRef at, Contract next) {
    return operation.pipeline(at.pipeline()).stream()
        .anyMatch(pipeline -> {
          OptionalInt index = pipeline.indexOf(at.stage());
          return index.isPresent() && !Standings.admitted(next, pipeline).get(index.getAsInt() + 1);
        });
  }
}
