package dev.interlock.verifier.rule.ending;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.StageRef;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Exits that close a deal by its status and not by its stage, or by its stage and not by its
/// status, where another exit of the set says both (docs/decisions/0039).
///
/// Only the set itself says whether a last stage goes with a status: a business may do without the
/// one or the other. What a step of the contract does is taken to be meant, and is not asked about.
final class DealHalfClosed implements Rule {
  @Override
  public String id() {
    return "W-DEAL-HALF-CLOSED";
  }

  @Override
  public String reason() {
    return "A deal that is over in one column and open in the other is counted twice or not at all,"
        + " and nobody knows whether it is their turn.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), contract -> judge(set, contract));
  }

  private Stream<Finding> judge(ContractSet set, Contract contract) {
    return contract.exits().stream()
        .flatMap(exit ->
            LeftDeal.by(exit)
                .flatMap(left -> judge(set, contract, left).stream())
                .map(words -> found(contract, exit, words)));
  }

  private Finding found(Contract contract, Exit exit, Words words) {
    return found(
        contract,
        exit.name().text(),
        exit.position(),
        "exit *%s* leaves %s".formatted(exit.name(), words.what()),
        words.help());
  }

  private static Optional<Words> judge(ContractSet set, Contract contract, LeftDeal left) {
    Operation operation = set.operation();
    return left.stage()
        .map(stage ->
            LeftDeal.isLast(operation, stage)
                ? atTheEnd(set, contract, left, stage)
                : left.closed().map(status -> midway(status, stage)))
        .orElseGet(() -> left.closed().flatMap(status -> nowhere(set, contract, left, status)));
  }

  private static Words midway(DealStatus status, StageRef stage) {
    return new Words(
        "a deal that is %s at %s, where the work goes on".formatted(words(status), stage),
        "leave it at a last stage, or say nothing of the stage.");
  }

  private static Optional<Words> atTheEnd(
      ContractSet set, Contract contract, LeftDeal left, StageRef stage) {
    if (left.status().filter(status -> status == DealStatus.OPEN).isPresent()) {
      return Optional.of(
          new Words(
              "a deal that is open at %s, where the work is over".formatted(stage),
              "say how it ended: leaves(deal(...)); or leave it at another stage."));
    }
    return left.status().isPresent() || LeftDeal.isMarked(contract, left.pipeline())
        ? Optional.empty()
        : closedElsewhere(set, stage);
  }

  private static Optional<Words> closedElsewhere(ContractSet set, StageRef stage) {
    Optional<Words> here =
        LeftDeal.by(set)
            .filter(left -> left.stage().filter(stage::equals).isPresent())
            .flatMap(left -> left.closed().stream())
            .findFirst()
            .map(status ->
                saidToo(
                    "a deal at %s whose status stays as it was; where others end there, it is %s"
                        .formatted(stage, words(status))));
    return here.or(() ->
        LeftDeal.by(set)
            .filter(left -> left.pipeline().equals(stage.pipeline()))
            .filter(left -> left.closed().isPresent())
            .findFirst()
            .map(left ->
                saidToo(
                    "a deal at %s whose status stays as it was; another exit ends one of %s as %s"
                        .formatted(stage, stage.pipeline(), words(left.closed().orElseThrow())))));
  }

  private static Words saidToo(String what) {
    return new Words(what, "say its status, too: leaves(deal(...)); or leave it at another stage.");
  }

  private static Optional<Words> nowhere(
      ContractSet set, Contract contract, LeftDeal left, DealStatus status) {
    if (LeftDeal.isMovedToTheEnd(set.operation(), contract, left.pipeline())) {
      return Optional.empty();
    }
    return LeftDeal.by(set)
        .filter(other -> other.pipeline().equals(left.pipeline()))
        .filter(other -> other.closed().filter(status::equals).isPresent())
        .flatMap(other -> other.stage().stream())
        .filter(stage -> LeftDeal.isLast(set.operation(), stage))
        .findFirst()
        .map(stage ->
            new Words(
                "a deal that is %s at whatever stage it stands; where others end so, it is at %s"
                    .formatted(words(status), stage),
                "say its stage, too: leaves(stage(...))."));
  }

  private static String words(DealStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private record Words(String what, String help) {}
}
