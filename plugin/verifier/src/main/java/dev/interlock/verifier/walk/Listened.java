package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import java.util.stream.Stream;

/// An event that a contract listens to, and where; alternatives apart.
public record Listened(EventPattern event, String at, Position position) {

  /// Everything that the contract listens to once it runs: its arms and handlers.
  public static Stream<Listened> in(Contract contract) {
    Stream<Listened> arms =
        StepTree.steps(contract)
            .filter(Step.Await.class::isInstance)
            .map(Step.Await.class::cast)
            .flatMap(await ->
                await.arms().stream()
                    .flatMap(arm -> apart(arm.event(), await.name().text(), arm.position())));
    Stream<Listened> handlers =
        contract.handlers().stream()
            .flatMap(handler -> apart(handler.event(), "throughout", handler.position()));
    return Stream.concat(arms, handlers);
  }

  /// What begins the contract.
  public static Stream<Listened> trigger(Contract contract) {
    return apart(contract.trigger().event(), "startsWhen", contract.trigger().position());
  }

  private static Stream<Listened> apart(EventPattern event, String at, Position position) {
    return Patterns.alternatives(event).map(one -> new Listened(one, at, position));
  }
}
