package dev.interlock.verifier.rule.understanding;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.CrmLimits;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.rule.Words;
import dev.interlock.verifier.walk.Conditioned;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.StepTree;
import java.util.Optional;
import java.util.stream.Stream;

/// What the CRM in use does not report, know or do.
final class CrmCannot implements Rule {
  private final CrmLimits limits;

  CrmCannot(CrmLimits limits) {
    this.limits = limits;
  }

  @Override
  public String id() {
    return "E-CRM-CANNOT";
  }

  @Override
  public String reason() {
    return "What the CRM cannot do is refused before go-live, never at run time.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract ->
            Stream.of(
                    events(contract),
                    conditions(contract),
                    StepTree.steps(contract).flatMap(step -> step(contract, step)),
                    contract.exits().stream().flatMap(exit -> exit(contract, exit)))
                .flatMap(findings -> findings));
  }

  private Stream<Finding> events(Contract contract) {
    return Listened.whole(contract)
        .flatMap(listened ->
            refused(
                contract,
                listened.at(),
                listened.position(),
                "does not report *%s*".formatted(Words.of(listened.event())),
                limits.event().apply(listened.event())));
  }

  private Stream<Finding> conditions(Contract contract) {
    return Conditioned.in(contract)
        .flatMap(place ->
            refused(
                contract,
                place.at(),
                place.position(),
                "cannot answer the condition here",
                limits.condition().apply(place.condition())));
  }

  private Stream<Finding> step(Contract contract, Step step) {
    return switch (step) {
      case Step.Send send ->
          refused(
              contract,
              step.name().text(),
              step.position(),
              "cannot send *%s*".formatted(step.name()),
              limits.message().apply(send.message()));
      case Step.Act act ->
          refused(
              contract,
              step.name().text(),
              step.position(),
              "cannot do *%s*".formatted(step.name()),
              limits.action().apply(act.action()));
      case Step.Wait _, Step.Await _, Step.Branch _, Step.Split _, Step.Repeat _, Step.Leave _ ->
          Stream.empty();
    };
  }

  private Stream<Finding> exit(Contract contract, Exit exit) {
    Stream<Action> made = exit.leaves().stream().map(CrmCannot::making);
    Stream<Action> told =
        exit.notifies().stream().map(whom -> new Action.Notify(whom, exit.name().text()));
    return Stream.concat(made, told)
        .flatMap(action ->
            refused(
                contract,
                exit.name().text(),
                exit.position(),
                "cannot do what exit *%s* promises".formatted(exit.name()),
                limits.action().apply(action)));
  }

  private static Action making(Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(var stage) -> new Action.MoveTo(stage);
      case Leaves.Tagged(var tag) -> new Action.AddTag(tag);
      case Leaves.NotTagged(var tag) -> new Action.RemoveTag(tag);
      case Leaves.FieldSet(var field, var value) -> new Action.SetField(field, value);
      case Leaves.DealMarked(var pipeline, var status) -> new Action.MarkDeal(pipeline, status);
    };
  }

  private Stream<Finding> refused(
      Contract contract, String at, Position position, String what, Optional<String> whyNot) {
    return whyNot.stream()
        .map(why -> found(contract, at, position, "%s %s".formatted(limits.crm(), what), why));
  }
}
