package dev.interlock.library.mutants;

import static dev.interlock.library.mutants.Operator.each;
import static dev.interlock.library.mutants.Operator.rules;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.library.mutants.Operator.Other;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Ways of writing something else than what was meant.
final class WriteOperators {
  private WriteOperators() {}

  static List<Operator> all() {
    return List.of(
        each(
            "redirect a stage move",
            rules(
                "W-WRITE-UNSEEN",
                "E-STAGE-BACKWARD",
                "E-STAGE-OWNER",
                "E-STAGE-UNREACHABLE",
                "E-STAGE-STRANDED"),
            Action.MoveTo.class,
            (set, _, move) -> stages(set, move.stage(), Action.MoveTo::new)),
        each(
            "redirect the stage of an exit",
            rules(
                "W-EXIT-AS-SUCCESS",
                "W-DEAL-HALF-CLOSED",
                "W-WRITE-UNSEEN",
                "E-ROUTE-REFUSED",
                "E-STAGE-BACKWARD",
                "E-STAGE-OWNER",
                "E-STAGE-UNREACHABLE",
                "E-STAGE-STRANDED"),
            Leaves.AtStage.class,
            (set, _, at) -> stages(set, at.stage(), Leaves.AtStage::new)),
        each(
            "redirect a tag",
            rules("E-GROUP-BROKEN", "E-EXIT-UNKEPT", "E-TRIGGER-NONE", "E-STEP-DEAD"),
            Action.AddTag.class,
            (set, _, add) -> tags(set, add.tag(), Action.AddTag::new)),
        each(
            "redirect a tag's removal",
            rules("E-GROUP-BROKEN", "E-EXIT-UNKEPT", "E-STEP-DEAD"),
            Action.RemoveTag.class,
            (set, _, remove) -> tags(set, remove.tag(), Action.RemoveTag::new)),
        each(
            "redirect a field",
            rules("E-EXIT-AMBIGUOUS", "W-EXIT-AS-SUCCESS"),
            Leaves.FieldSet.class,
            (set, _, field) -> values(set, field.field(), field.value())),
        each(
            "write a value that there is not",
            rules("E-OPTION-UNKNOWN"),
            Leaves.FieldSet.class,
            (_, _, field) -> Operator.other(new Leaves.FieldSet(field.field(), "Something else"))));
  }

  private static Stream<Other> stages(
      ContractSet set, StageRef now, Function<StageRef, Object> write) {
    return set.operation().pipelines().stream()
        .filter(pipeline -> pipeline.name().equals(now.pipeline()))
        .flatMap(pipeline -> pipeline.stages().stream())
        .filter(stage -> !stage.name().equals(now.stage()))
        .map(stage ->
            new Other(
                now.stage() + " to " + stage.name(),
                write.apply(new StageRef(now.pipeline(), stage.name()))));
  }

  private static Stream<Other> tags(ContractSet set, TagName now, Function<TagName, Object> write) {
    return set.operation().tags().stream()
        .map(Operation.Tag::name)
        .filter(tag -> !tag.equals(now))
        .map(tag -> new Other("to " + tag, write.apply(tag)));
  }

  // the next option stands for all: none means more to a rule than another
  private static Stream<Other> values(ContractSet set, FieldName field, String now) {
    return set.operation().fields().stream()
        .filter(known -> known.name().equals(field))
        .map(known -> next(known.options(), now))
        .map(option -> new Other(now + " to " + option, new Leaves.FieldSet(field, option)));
  }

  private static String next(List<String> options, String now) {
    return options.get((options.indexOf(now) + 1) % options.size());
  }
}
