package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import java.util.stream.Stream;

/// A condition of a contract and where it is asked.
public record Conditioned(Condition condition, String at, Position position) {

  /// Every condition of a contract: entry clauses, handlers, arms and branches.
  public static Stream<Conditioned> in(Contract contract) {
    return Stream.of(
            contract.admits().stream()
                .map(clause -> new Conditioned(clause.condition(), "admits", clause.position())),
            contract.handlers().stream()
                .map(handler -> new Conditioned(handler.guard(), "throughout", handler.position())),
            StepTree.steps(contract).flatMap(Conditioned::in))
        .flatMap(conditions -> conditions);
  }

  private static Stream<Conditioned> in(Step step) {
    String at = step.name().text();
    return switch (step) {
      case Step.Await await ->
          await.arms().stream().map(arm -> new Conditioned(arm.guard(), at, arm.position()));
      case Step.Branch branch ->
          branch.choices().stream()
              .map(choice -> new Conditioned(choice.guard(), at, choice.position()));
      case Step.Send _, Step.Act _, Step.Wait _, Step.Split _, Step.Repeat _, Step.Leave _ ->
          Stream.empty();
    };
  }
}
