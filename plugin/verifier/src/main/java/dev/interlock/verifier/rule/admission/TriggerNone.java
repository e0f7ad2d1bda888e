package dev.interlock.verifier.rule.admission;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Trigger.OwnWrites;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.CrmLimits;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.rule.Words;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.StepTree;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Contracts that nothing can begin.
///
/// A route counts if its exit can be taken, and a tag of ours if the step or exit that writes it
/// can be reached, both in a contract that can begin itself. What the CRM in use never reports
/// begins nothing; that the contract waits for it is said by `E-CRM-CANNOT`, with the way round,
/// and not once more here.
final class TriggerNone implements Rule {
  private final Predicate<EventPattern> reported;

  /// With a CRM that reports everything.
  TriggerNone() {
    this.reported = _ -> true;
  }

  TriggerNone(CrmLimits limits) {
    this.reported = event -> limits.event().apply(event).isEmpty();
  }

  @Override
  public String id() {
    return "E-TRIGGER-NONE";
  }

  @Override
  public String reason() {
    return "A workflow that nothing begins is a promise that nobody keeps.";
  }

  @Override
  public Checked check(ContractSet set) {
    Beginnings beginnings = Beginnings.in(set, reported);
    return Checked.each(
        set.contracts().stream(),
        contract ->
            beginnings.begins(contract) || !beginnings.isReported(contract)
                ? Stream.empty()
                : Stream.of(nothingBegins(set, contract)));
  }

  private Finding nothingBegins(ContractSet set, Contract contract) {
    List<String> routes = routes(set, contract);
    boolean onlyRouted =
        Listened.trigger(contract).allMatch(begin -> begin.event() instanceof EventPattern.Routed);
    String message =
        !routes.isEmpty()
            ? "nothing begins this contract: %s routes here, and is never taken"
                .formatted(String.join(" or ", routes))
            : onlyRouted
                ? "only a route begins this contract, and no exit routes here"
                : "nothing brings about what begins this contract: *%s*%s"
                    .formatted(Words.of(contract.trigger().event()), ours(set, contract));
    String help =
        !routes.isEmpty() || onlyRouted
            ? "say routesTo(\"%s\") at an exit that is taken, or begin it by an event."
                .formatted(contract.id())
            : "say who writes the tag, at its declaration, or begin the contract by a business event.";
    return found(contract, "startsWhen", contract.trigger().position(), message, help);
  }

  private static List<String> routes(ContractSet set, Contract contract) {
    return set.contracts().stream()
        .filter(other -> !other.id().equals(contract.id()))
        .flatMap(other ->
            other.exits().stream()
                .filter(exit -> leadsTo(exit, contract))
                .map(exit -> "exit *%s* of *%s*".formatted(exit.name(), other.id())))
        .toList();
  }

  private static boolean leadsTo(Exit exit, Contract contract) {
    return exit.continuation() instanceof Continuation.RoutesTo(var target, _)
        && target.equals(contract.id());
  }

  // a tag of ours that is never written, or that the contract does not hear
  private static String ours(ContractSet set, Contract contract) {
    List<String> writers =
        set.contracts().stream()
            .filter(other -> writes(other, contract))
            .map(other -> "*%s*".formatted(other.id()))
            .toList();
    if (writers.isEmpty()) {
      return "";
    }
    String names = String.join(" and ", writers);
    return contract.trigger().ownWrites() == OwnWrites.HEARD
        ? "; what would do so in %s can never run".formatted(names)
        : "; %s would, but the trigger does not hear our own writes".formatted(names);
  }

  private static boolean writes(Contract writer, Contract contract) {
    List<Action> actions =
        StepTree.steps(writer)
            .filter(Step.Act.class::isInstance)
            .map(step -> ((Step.Act) step).action())
            .toList();
    List<Leaves> left = writer.exits().stream().flatMap(exit -> exit.leaves().stream()).toList();
    return Listened.trigger(contract)
        .map(Listened::event)
        .anyMatch(event ->
            event instanceof EventPattern.TagEvent(var change, var tag)
                && switch (change) {
                  case ADDED ->
                      actions.contains(new Action.AddTag(tag))
                          || left.contains(new Leaves.Tagged(tag));
                  case REMOVED ->
                      actions.contains(new Action.RemoveTag(tag))
                          || left.contains(new Leaves.NotTagged(tag));
                });
  }
}
