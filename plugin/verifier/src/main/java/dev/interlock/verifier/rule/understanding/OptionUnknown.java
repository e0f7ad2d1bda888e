package dev.interlock.verifier.rule.understanding;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.FieldTest;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Nearest;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Conditioned;
import dev.interlock.verifier.walk.Guards;
import dev.interlock.verifier.walk.StepTree;
import java.util.stream.Stream;

/// Values that a field with fixed options cannot have.
final class OptionUnknown implements Rule {
  @Override
  public String id() {
    return "E-OPTION-UNKNOWN";
  }

  @Override
  public String reason() {
    return "A CRM refuses a value that is not among a field's options, and a test for one is never"
        + " passed.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream().flatMap(OptionUnknown::uses), use -> judge(set.operation(), use));
  }

  private Stream<Finding> judge(Operation operation, Use use) {
    Stream<Operation.Field> field =
        operation.fields().stream()
            .filter(declared -> declared.name().equals(use.field()))
            .filter(declared -> declared.kind() == FieldKind.OPTION)
            .filter(declared -> !isOption(declared, use));
    return field.map(declared ->
        found(
            use.contract(),
            use.at(),
            use.position(),
            "field *%s* has no option *%s*".formatted(use.field(), use.value()),
            Nearest.offer(use.value(), declared.options())));
  }

  private static boolean isOption(Operation.Field field, Use use) {
    return field.options().stream()
        .anyMatch(option ->
            use.written() ? option.equals(use.value()) : option.equalsIgnoreCase(use.value()));
  }

  private static Stream<Use> uses(Contract contract) {
    Stream<Use> asked =
        Conditioned.in(contract)
            .flatMap(place ->
                Guards.questions(place.condition())
                    .flatMap(OptionUnknown::values)
                    .map(pair ->
                        new Use(
                            contract,
                            pair.field(),
                            pair.value(),
                            false,
                            place.at(),
                            place.position())));
    Stream<Use> set = StepTree.steps(contract).flatMap(step -> written(contract, step));
    Stream<Use> left =
        contract.exits().stream()
            .flatMap(exit ->
                exit.leaves().stream()
                    .flatMap(leaves ->
                        leaves instanceof Leaves.FieldSet(var field, var value)
                            ? Stream.of(
                                new Use(
                                    contract,
                                    field,
                                    value,
                                    true,
                                    exit.name().text(),
                                    exit.position()))
                            : Stream.empty()));
    return Stream.of(asked, set, left).flatMap(uses -> uses);
  }

  private static Stream<Use> written(Contract contract, Step step) {
    if (step instanceof Step.Act(_, Action.SetField(var field, var value), _, _, _)
        && !value.contains("{{")) {
      return Stream.of(new Use(contract, field, value, true, step.name().text(), step.position()));
    }
    return Stream.empty();
  }

  private static Stream<Pair> values(Condition question) {
    return question instanceof Condition.FieldIs(var field, var test)
        ? values(test).map(value -> new Pair(field, value))
        : Stream.empty();
  }

  private static Stream<String> values(FieldTest test) {
    return switch (test) {
      case FieldTest.Is(var value) -> Stream.of(value);
      case FieldTest.OneOf(var values) -> values.stream();
      case FieldTest.Contains _,
          FieldTest.Compared _,
          FieldTest.Empty _,
          FieldTest.DateBefore _,
          FieldTest.DateWithin _ ->
          Stream.empty();
    };
  }

  private record Pair(FieldName field, String value) {}

  private record Use(
      Contract contract,
      FieldName field,
      String value,
      boolean written,
      String at,
      Position position) {}
}
