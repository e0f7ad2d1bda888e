package dev.interlock.verifier.rule.ending;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.StageRef;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Standings;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Endings that are none that was hoped for, and leave what one that was hoped for leaves
/// (docs/decisions/0039).
///
/// A stage counts where the entry filter lets in nobody whose deal stands there: then it is the
/// exit that takes it so far, and not the contact who was there before. A field counts where the
/// contract tells its endings apart by it.
final class ExitAsSuccess implements Rule {
  @Override
  public String id() {
    return "W-EXIT-AS-SUCCESS";
  }

  @Override
  public String reason() {
    return "A board is read by its columns and a field by its values; what stands where a success"
        + " stands is counted as one.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract ->
            contract.exits().stream()
                .filter(exit -> isNone(exit.kind()))
                .flatMap(exit ->
                    Stream.concat(
                        byStage(set.operation(), contract, exit), byField(set, contract, exit))));
  }

  private static boolean isNone(ExitKind kind) {
    return switch (kind) {
      case DECLINED, UNRESPONSIVE, FAILED -> true;
      case SUCCESS, HANDOVER, DISPLACED, WITHDRAWN -> false;
    };
  }

  private static Stream<Exit> successes(Contract contract) {
    return contract.exits().stream().filter(exit -> exit.kind() == ExitKind.SUCCESS);
  }

  private Stream<Finding> byStage(Operation operation, Contract contract, Exit exit) {
    return stages(exit)
        .flatMap(at ->
            operation.pipeline(at.pipeline()).stream()
                .flatMap(pipeline ->
                    successes(contract)
                        .filter(success ->
                            stages(success).anyMatch(won -> isAsFarOn(contract, pipeline, at, won)))
                        .limit(1))
                .map(success ->
                    found(
                        contract,
                        exit,
                        "the deal at %s, as far on as *%s*".formatted(at, success.name()),
                        "leave it at an earlier stage or where it stands, or let the exit be of"
                            + " another kind.")));
  }

  private static Stream<StageRef> stages(Exit exit) {
    return exit.leaves().stream()
        .flatMap(
            left -> left instanceof Leaves.AtStage(var stage) ? Stream.of(stage) : Stream.of());
  }

  private static boolean isAsFarOn(
      Contract contract, Pipeline pipeline, StageRef at, StageRef won) {
    if (!won.pipeline().equals(pipeline.name())) {
      return false;
    }
    OptionalInt here = pipeline.indexOf(at.stage());
    OptionalInt there = pipeline.indexOf(won.stage());
    if (here.isEmpty() || there.isEmpty()) {
      return false;
    }
    boolean further =
        here.getAsInt() > there.getAsInt() && !pipeline.stages().get(here.getAsInt()).last();
    BitSet admitted = Standings.admitted(contract, pipeline);
    return (at.equals(won) || further)
        && !admitted.get(here.getAsInt() + 1)
        && !admitted.get(there.getAsInt() + 1);
  }

  private Stream<Finding> byField(ContractSet set, Contract contract, Exit exit) {
    return fields(exit)
        .filter(left -> isOfOptions(set.operation(), left.field()))
        .filter(left -> isTellingApart(contract, left.field()))
        .flatMap(left ->
            set.contracts().stream()
                .filter(other -> isTellingApart(other, left.field()))
                .flatMap(ExitAsSuccess::successes)
                .filter(success -> success.leaves().contains(left))
                .limit(1)
                .map(success ->
                    found(
                        contract,
                        exit,
                        "the field *%s* at %s, as *%s*"
                            .formatted(left.field(), left.value(), success.name()),
                        "give the ending a value of its own, or let the exit be of another kind.")));
  }

  private static Stream<Leaves.FieldSet> fields(Exit exit) {
    return exit.leaves().stream()
        .filter(Leaves.FieldSet.class::isInstance)
        .map(Leaves.FieldSet.class::cast);
  }

  private static boolean isOfOptions(Operation operation, FieldName field) {
    return operation.fields().stream()
        .anyMatch(known -> known.name().equals(field) && known.kind() == FieldKind.OPTION);
  }

  private static boolean isTellingApart(Contract contract, FieldName field) {
    return contract.exits().stream()
            .flatMap(ExitAsSuccess::fields)
            .filter(left -> left.field().equals(field))
            .map(Leaves.FieldSet::value)
            .distinct()
            .count()
        > 1;
  }

  private Finding found(Contract contract, Exit exit, String what, String help) {
    return found(
        contract,
        exit.name().text(),
        exit.position(),
        "exit *%s*, of kind %s, leaves %s, which is a success"
            .formatted(exit.name(), exit.kind(), what),
        help);
  }
}
