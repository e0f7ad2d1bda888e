package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Step.Arm;
import dev.interlock.contract.model.Step.Choice;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.rule.Words;
import dev.interlock.verifier.walk.Guards;
import dev.interlock.verifier.walk.Patterns;
import dev.interlock.verifier.walk.StepTree;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Arms that an earlier one, and handlers that an await's arm, takes everything from.
final class ArmOverlap implements Rule {
  @Override
  public String id() {
    return "E-ARM-OVERLAP";
  }

  @Override
  public String reason() {
    return "The first arm that fits is taken; what a wider one before it takes never arrives.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract ->
            Stream.concat(
                handlers(contract),
                StepTree.steps(contract).flatMap(step -> step(contract, step))));
  }

  private Stream<Finding> step(Contract contract, Step step) {
    return switch (step) {
      case Step.Await await -> Stream.concat(arms(contract, await), shadows(contract, await));
      case Step.Branch branch -> choices(contract, branch);
      case Step.Send _, Step.Act _, Step.Wait _, Step.Split _, Step.Repeat _, Step.Leave _ ->
          Stream.empty();
    };
  }

  private Stream<Finding> arms(Contract contract, Step.Await await) {
    List<Arm> arms = await.arms();
    return IntStream.range(0, arms.size())
        .filter(late ->
            arms.subList(0, late).stream()
                .anyMatch(early ->
                    takes(
                        early.event(),
                        early.guard(),
                        arms.get(late).event(),
                        arms.get(late).guard())))
        .mapToObj(arms::get)
        .map(arm ->
            found(
                contract,
                await.name().text(),
                arm.position(),
                "arm *%s* of *%s* is never taken: an arm before it takes all of these"
                    .formatted(Words.of(arm.event()), await.name()),
                "put the narrower arm first, or take one of them away."));
  }

  private Stream<Finding> handlers(Contract contract) {
    List<Handler> handlers = contract.handlers();
    return IntStream.range(0, handlers.size())
        .filter(late ->
            handlers.subList(0, late).stream()
                .anyMatch(early ->
                    takes(
                        early.event(),
                        early.guard(),
                        handlers.get(late).event(),
                        handlers.get(late).guard())))
        .mapToObj(handlers::get)
        .map(handler ->
            found(
                contract,
                "throughout",
                handler.position(),
                "whenever *%s* is never taken: a handler before it takes all of these"
                    .formatted(Words.of(handler.event())),
                "put the narrower handler first, or take one of them away."));
  }

  // an await's own arm goes first, so a wide one swallows what a narrower handler waits for
  private Stream<Finding> shadows(Contract contract, Step.Await await) {
    return contract.handlers().stream()
        .flatMap(handler -> Patterns.alternatives(handler.event()))
        .flatMap(wanted ->
            await.arms().stream()
                .filter(arm -> arm.guard() instanceof Condition.Always)
                .filter(arm -> Patterns.covers(arm.event(), wanted))
                .limit(1)
                .filter(arm -> isStrictlyWider(arm.event(), wanted))
                .map(arm ->
                    found(
                        contract,
                        await.name().text(),
                        arm.position(),
                        "arm *%s* of *%s* also takes *%s*, for which the contract has a handler"
                            .formatted(Words.of(arm.event()), await.name(), Words.of(wanted)),
                        "an await's own arms go first: put an arm for *%s* before it."
                            .formatted(Words.of(wanted)))));
  }

  // an arm that names exactly the same event beside others says so on purpose
  private static boolean isStrictlyWider(EventPattern arm, EventPattern wanted) {
    return Patterns.alternatives(arm).noneMatch(wanted::equals);
  }

  private Stream<Finding> choices(Contract contract, Step.Branch branch) {
    List<Choice> choices = branch.choices();
    return IntStream.range(0, choices.size())
        .filter(late ->
            choices.subList(0, late).stream()
                .anyMatch(early -> Guards.covers(early.guard(), choices.get(late).guard())))
        .mapToObj(choices::get)
        .map(choice ->
            found(
                contract,
                branch.name().text(),
                choice.position(),
                "a choice of *%s* is never taken: one before it holds wherever this one does"
                    .formatted(branch.name()),
                "put the narrower choice first, or take one of them away."));
  }

  private static boolean takes(
      EventPattern early, Condition guard, EventPattern late, Condition lateGuard) {
    return Patterns.covers(early, late) && Guards.covers(guard, lateGuard);
  }
}
