package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import java.util.stream.Stream;

/// An event that a contract listens to, and where.
public record Listened(EventPattern event, String at, Position position) {

  /// Everything that the contract listens to, as it says it: trigger, arms and handlers.
  public static Stream<Listened> whole(Contract contract) {
    return Stream.concat(Stream.of(beginning(contract)), running(contract));
  }

  /// Everything that the contract listens to once it runs; alternatives apart.
  public static Stream<Listened> in(Contract contract) {
    return running(contract).flatMap(Listened::apart);
  }

  /// What begins the contract; alternatives apart.
  public static Stream<Listened> trigger(Contract contract) {
    return beginning(contract).apart();
  }

  private static Listened beginning(Contract contract) {
    return new Listened(contract.trigger().event(), "startsWhen", contract.trigger().position());
  }

  /// Everything that the contract listens to once it runs, as it says it.
  public static Stream<Listened> running(Contract contract) {
    Stream<Listened> arms =
        StepTree.steps(contract)
            .filter(Step.Await.class::isInstance)
            .map(Step.Await.class::cast)
            .flatMap(await ->
                await.arms().stream()
                    .map(arm -> new Listened(arm.event(), await.name().text(), arm.position())));
    Stream<Listened> handlers =
        contract.handlers().stream()
            .map(handler -> new Listened(handler.event(), "throughout", handler.position()));
    return Stream.concat(arms, handlers);
  }

  private Stream<Listened> apart() {
    return Patterns.alternatives(event).map(one -> new Listened(one, at, position));
  }
}
