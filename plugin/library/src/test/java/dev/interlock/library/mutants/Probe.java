package dev.interlock.library.mutants;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The original with something at the place that a mutant changes which nobody overlooks: a life in
/// which it makes no difference has not come by that place.
///
/// There is one for arms and handlers that a mutant lacks. They lead to another exit in it.
final class Probe {
  private Probe() {}

  static Optional<ContractSet> of(Mutant mutant) {
    return Stream.concat(handlers(mutant), arms(mutant)).findFirst();
  }

  private static Stream<ContractSet> handlers(Mutant mutant) {
    return Places.of(Contract.class, mutant.original())
        .flatMap(place ->
            contract(mutant.set(), place.contract())
                .flatMap(other ->
                    probed(
                        place.value().handlers(),
                        other.handlers(),
                        handler -> leading(place.contract(), handler)))
                .map(handlers -> place.with(Contracts.handlers(place.value(), handlers)))
                .stream());
  }

  private static Stream<ContractSet> arms(Mutant mutant) {
    return Places.of(Step.Await.class, mutant.original())
        .flatMap(place ->
            Places.of(Step.Await.class, mutant.set())
                .filter(other -> other.where().equals(place.where()))
                .flatMap(other ->
                    probed(
                        place.value().arms(),
                        other.value().arms(),
                        arm -> leading(place.contract(), arm))
                        .stream())
                .map(arms -> place.with(with(place.value(), arms))));
  }

  private static Optional<Contract> contract(ContractSet set, Contract like) {
    return set.contracts().stream().filter(one -> one.id().equals(like.id())).findFirst();
  }

  /// All of them, with another in the place of the one that is missing afterwards.
  private static <T> Optional<List<T>> probed(
      List<T> before, List<T> after, UnaryOperator<T> probe) {
    if (after.size() != before.size() - 1) {
      return Optional.empty();
    }
    int missing = 0;
    while (missing < after.size() && after.get(missing).equals(before.get(missing))) {
      missing++;
    }
    List<T> probed = new ArrayList<>(before);
    probed.set(missing, probe.apply(before.get(missing)));
    return Optional.of(probed);
  }

  private static Handler leading(Contract contract, Handler handler) {
    return new Handler(
        handler.event(),
        handler.guard(),
        elsewhere(contract, handler.path()),
        handler.why(),
        handler.position());
  }

  private static Step.Arm leading(Contract contract, Step.Arm arm) {
    return new Step.Arm(
        arm.event(), arm.guard(), elsewhere(contract, arm.path()), arm.why(), arm.position());
  }

  private static Step.Await with(Step.Await await, List<Step.Arm> arms) {
    return new Step.Await(await.name(), arms, await.silence(), await.why(), await.position());
  }

  private static Path elsewhere(Contract contract, Path path) {
    List<ExitName> now =
        path.steps().stream()
            .filter(Step.Leave.class::isInstance)
            .map(step -> ((Step.Leave) step).exit())
            .toList();
    return contract.exits().stream()
        .filter(exit -> !now.contains(exit.name()))
        .findFirst()
        .map(exit -> Path.of(new Step.Leave(exit.name(), exit.position())))
        .orElseThrow();
  }
}
