package dev.interlock.library.mutants;

import static dev.interlock.library.mutants.Operator.each;
import static dev.interlock.library.mutants.Operator.other;
import static dev.interlock.library.mutants.Operator.rules;

import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Step;
import dev.interlock.library.mutants.Operator.Cut;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Ways of breaking how a contract ends.
final class EndingOperators {
  private EndingOperators() {}

  static List<Operator> all() {
    return List.of(
        each(
            "drop a route's orElse",
            rules("E-ROUTE-REFUSED"),
            Continuation.RoutesTo.class,
            (_, _, route) -> other(new Continuation.RoutesTo(route.contract(), Optional.empty()))),
        each(
            "redirect a route",
            rules("E-ROUTE-REFUSED", "E-CAUSE-LOOP", "E-MSG-BUDGET"),
            Continuation.RoutesTo.class,
            (set, _, route) ->
                set.contracts().stream()
                    .map(Contract::id)
                    .filter(id -> !id.equals(route.contract()))
                    .map(id ->
                        new Operator.Other(
                            "to " + id, new Continuation.RoutesTo(id, route.orElse())))),
        each(
            "drop an exit's promise",
            rules("E-EXIT-AMBIGUOUS", "E-EXIT-UNKEPT", "E-STAGE-STRANDED", "W-DEAL-HALF-CLOSED"),
            Exit.class,
            (_, _, exit) -> Lists.without(exit.leaves(), left -> Contracts.leaves(exit, left))),
        new Operator(
            "swap two exits",
            rules(
                "E-SILENCE-UNHANDLED",
                "E-FAILURE-UNHANDLED",
                "W-WRITE-UNSEEN",
                "E-STAGE-BACKWARD",
                "E-STAGE-STRANDED"),
            EndingOperators::swapped));
  }

  private static Stream<Cut> swapped(ContractSet set) {
    return set.contracts().stream()
        .flatMap(contract ->
            contract.exits().stream()
                .flatMap(one ->
                    contract.exits().stream()
                        .filter(other -> one.name().text().compareTo(other.name().text()) < 0)
                        .map(other -> swapped(set, contract, one.name(), other.name()))));
  }

  private static Cut swapped(ContractSet set, Contract contract, ExitName one, ExitName other) {
    Object swapped =
        Parts.replaced(
            contract,
            Step.Leave.class,
            leave -> {
              ExitName now = leave.exit();
              ExitName then = now.equals(one) ? other : now.equals(other) ? one : now;
              return new Step.Leave(then, leave.position());
            });
    return new Cut(
        contract.id() + " " + one + " and " + other,
        Places.with(set, contract, (Contract) swapped));
  }
}
