package dev.interlock.verifier.rule.ending;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TagName;
import dev.interlock.contract.model.TaskLeft;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.StepTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Exits that promise two things of which only one can be true.
final class ExitUnkept implements Rule {
  @Override
  public String id() {
    return "E-EXIT-UNKEPT";
  }

  @Override
  public String reason() {
    return "An exit is read back after it was made; a promise that contradicts itself is never kept.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract ->
            contract.exits().stream()
                .flatMap(exit ->
                    Stream.of(
                            contradictions(contract, exit),
                            groups(set.operation(), contract, exit),
                            tasks(contract, exit))
                        .flatMap(findings -> findings)));
  }

  private Stream<Finding> contradictions(Contract contract, Exit exit) {
    List<Leaves> leaves = exit.leaves();
    return IntStream.range(0, leaves.size())
        .boxed()
        .filter(later ->
            leaves.subList(0, later).stream()
                .anyMatch(earlier -> contradict(earlier, leaves.get(later))))
        .map(later ->
            found(
                contract,
                exit.name().text(),
                exit.position(),
                "exit *%s* promises two things about one %s"
                    .formatted(exit.name(), subject(leaves.get(later))),
                "keep the one that is meant."));
  }

  private Stream<Finding> groups(Operation operation, Contract contract, Exit exit) {
    Set<TagName> tagged =
        exit.leaves().stream()
            .filter(Leaves.Tagged.class::isInstance)
            .map(leaves -> ((Leaves.Tagged) leaves).tag())
            .collect(Collectors.toSet());
    return operation.groups().stream()
        .filter(group -> isBroken(group, tagged))
        .map(group ->
            found(
                contract,
                exit.name().text(),
                exit.position(),
                "exit *%s* leaves two tags of *%s*, of which a contact has at most one"
                    .formatted(exit.name(), group.name()),
                "keep the one that is meant."));
  }

  private Stream<Finding> tasks(Contract contract, Exit exit) {
    Set<String> made =
        StepTree.steps(contract)
            .flatMap(step ->
                step instanceof Step.Act(_, Action.CreateTask(var title, _, _, _), _, _, _)
                    ? Stream.of(title)
                    : Stream.empty())
            .collect(Collectors.toSet());
    Stream<Finding> strange =
        exit.tasks().stream()
            .map(TaskLeft::title)
            .filter(title -> !made.contains(title))
            .distinct()
            .map(title ->
                found(
                    contract,
                    exit.name().text(),
                    exit.position(),
                    "exit *%s* speaks of the task *%s*, which no step makes"
                        .formatted(exit.name(), title),
                    "give the title that the step task(...) has, word by word."));
    Stream<Finding> twofold =
        TaskLeft.tickedOffBy(exit).stream()
            .filter(title -> exit.tasks().contains(new TaskLeft(title, TaskLeft.Fate.KEPT)))
            .map(title ->
                found(
                    contract,
                    exit.name().text(),
                    exit.position(),
                    "exit *%s* keeps the task *%s* and ticks it off".formatted(exit.name(), title),
                    "keep the one that is meant."));
    return Stream.concat(strange, twofold);
  }

  private static boolean isBroken(TagGroup group, Set<TagName> tagged) {
    return tagged.stream().filter(group.members()::contains).count() > 1;
  }

  private static boolean contradict(Leaves one, Leaves other) {
    return switch (one) {
      case Leaves.AtStage(var stage) ->
          other instanceof Leaves.AtStage(var another)
              && stage.pipeline().equals(another.pipeline())
              && !stage.equals(another);
      case Leaves.Tagged(var tag) -> other.equals(new Leaves.NotTagged(tag));
      case Leaves.NotTagged(var tag) -> other.equals(new Leaves.Tagged(tag));
      case Leaves.FieldSet(var field, var value) ->
          other instanceof Leaves.FieldSet(var another, var otherwise)
              && field.equals(another)
              && !value.equals(otherwise);
      case Leaves.DealMarked(var pipeline, var status) ->
          other instanceof Leaves.DealMarked(var another, var otherwise)
              && pipeline.equals(another)
              && status != otherwise;
    };
  }

  private static String subject(Leaves leaves) {
    return switch (leaves) {
      case Leaves.AtStage(var stage) -> "deal of *%s*".formatted(stage.pipeline());
      case Leaves.Tagged(var tag) -> "tag, *%s*".formatted(tag);
      case Leaves.NotTagged(var tag) -> "tag, *%s*".formatted(tag);
      case Leaves.FieldSet(var field, _) -> "field, *%s*".formatted(field);
      case Leaves.DealMarked(var pipeline, _) -> "deal of *%s*".formatted(pipeline);
    };
  }
}
