package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Exits;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Place;
import dev.interlock.verifier.walk.StepTree;
import java.util.Optional;
import java.util.stream.Stream;

/// Failures of which nobody hears or that pass for a success, a no or silence, and failed messages
/// to which an answer is awaited.
final class FailureUnhandled implements Rule {
  @Override
  public String id() {
    return "E-FAILURE-UNHANDLED";
  }

  @Override
  public String reason() {
    return "A step that failed needs a person, and one whom nobody told does not come; nobody answers what"
        + " never arrived.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), contract -> judge(set.operation(), contract));
  }

  private Stream<Finding> judge(Operation operation, Contract contract) {
    Unsent unsent = new Unsent(operation, contract);
    return Stream.of(
            untold(contract),
            StepTree.steps(contract).flatMap(step -> celebrated(contract, step).stream()),
            unsent.messages().stream()
                .flatMap(place -> unanswerable(contract, unsent, place).stream()))
        .flatMap(findings -> findings);
  }

  private Optional<Finding> celebrated(Contract contract, Step step) {
    return switch (step) {
      case Step.Send(_, _, _, _, var onFailure, _) -> celebrated(contract, step, onFailure);
      case Step.Act(_, _, _, var onFailure, _) -> celebrated(contract, step, onFailure);
      case Step.Wait _, Step.Await _, Step.Branch _, Step.Split _ -> Optional.empty();
      case Step.Repeat _, Step.Leave _ -> Optional.empty();
    };
  }

  private Optional<Finding> celebrated(Contract contract, Step step, OnFailure onFailure) {
    return Stream.of(onFailure.refused(), onFailure.undelivered())
        .flatMap(FailureUnhandled::left)
        .flatMap(left -> contract.exit(left).stream())
        .filter(exit -> passesFor(exit.kind()).isPresent())
        .findFirst()
        .map(exit ->
            found(
                contract,
                step.name().text(),
                step.position(),
                "if *%s* fails, the run leaves by *%s* as %s"
                    .formatted(step.name(), exit.name(), passesFor(exit.kind()).orElse("")),
                "let a failure end in an exit of kind FAILED, or try another way first."));
  }

  private static Optional<String> passesFor(ExitKind kind) {
    return switch (kind) {
      case SUCCESS -> Optional.of("a success");
      case DECLINED -> Optional.of("a no");
      case UNRESPONSIVE -> Optional.of("silence");
      case HANDOVER, FAILED, DISPLACED, WITHDRAWN -> Optional.empty();
    };
  }

  // whoever sends, waits or asks first has tried another way, which may well succeed
  private static Stream<ExitName> left(Consequence consequence) {
    if (!(consequence instanceof Consequence.Take(var path))) {
      return Stream.empty();
    }
    return path.steps().stream()
        .takeWhile(step -> step instanceof Step.Act || step instanceof Step.Leave)
        .filter(Step.Leave.class::isInstance)
        .map(step -> ((Step.Leave) step).exit());
  }

  // steps that say nothing of failure leave by the exit of this name, whatever its kind
  private Stream<Finding> untold(Contract contract) {
    return contract.exits().stream()
        .filter(exit -> exit.kind() == ExitKind.FAILED || exit.name().equals(Exits.FAILED))
        .filter(exit -> exit.notifies().isEmpty())
        .map(exit ->
            found(
                contract,
                exit.name().text(),
                exit.position(),
                "exit *%s* ends in failure and tells nobody".formatted(exit.name()),
                "say whom it tells: notifies(owner())."));
  }

  private Optional<Finding> unanswerable(Contract contract, Unsent unsent, Place place) {
    Step.Send send = (Step.Send) place.step();
    boolean refused = Unsent.goesOn(send.onFailure().refused());
    boolean undelivered = Unsent.goesOn(send.onFailure().undelivered());
    if (!refused && !undelivered) {
      return Optional.empty();
    }
    String how = refused ? "is refused by the CRM" : "is accepted, then reported as not delivered";
    return unsent
        .listening(place)
        .map(await ->
            found(
                contract,
                send.name().text(),
                send.position(),
                "*%s* %s, and the run listens at *%s* %s for an answer that cannot come"
                    .formatted(send.name(), how, await.name(), Unsent.howLong(await)),
                "say %s, or ask by another way: then(...)."
                    .formatted(
                        refused
                            ? "onFailure(retry(3), thenExit(\"...\"))"
                            : "onUndelivered(thenExit(\"...\"))")));
  }
}
