package dev.interlock.verifier.rule.admission;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EntryClause.Demand;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Distinct;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Guards;
import dev.interlock.verifier.walk.StepTree;
import java.util.stream.Stream;

/// Contacts who are let in although a message cannot or must not reach them.
final class AdmitMissing implements Rule {
  @Override
  public String id() {
    return "E-ADMIT-MISSING";
  }

  @Override
  public String reason() {
    return "Who may enter is decided at the door, with a reason; not by a message that fails later.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), this::judge);
  }

  private Stream<Finding> judge(Contract contract) {
    return StepTree.steps(contract)
        .filter(Step.Send.class::isInstance)
        .map(Step.Send.class::cast)
        .filter(send -> !saysWhatBlockedDoes(send))
        .flatMap(send ->
            Stream.concat(
                address(contract, send, send.message().channel()),
                consent(contract, send, send.message().channel())))
        .filter(Distinct.by(Finding::message));
  }

  private Stream<Finding> address(Contract contract, Step.Send send, Channel channel) {
    if (asks(contract, new Condition.HasAddress(channel))) {
      return Stream.empty();
    }
    return Stream.of(
        found(
            contract,
            send.name().text(),
            send.position(),
            "admits contacts with no %s, which *%s* needs"
                .formatted(channel.address(), send.name()),
            "say require(contact().%s(), \"why\"), or onBlocked(...) at the step."
                .formatted(channel == Channel.EMAIL ? "hasEmail" : "hasPhone")));
  }

  private Stream<Finding> consent(Contract contract, Step.Send send, Channel channel) {
    if (asks(contract, new Condition.OptedOut(channel))) {
      return Stream.empty();
    }
    return Stream.of(
        found(
            contract,
            send.name().text(),
            send.position(),
            "admits contacts who opted out of %s, which *%s* sends"
                .formatted(channel.many(), send.name()),
            "say refuse(contact().optedOutOf(%s), \"why\"), or onBlocked(...) at the step."
                .formatted(channel.name())));
  }

  private static boolean asks(Contract contract, Condition wanted) {
    boolean atTheDoor =
        contract.admits().stream()
            .filter(clause -> clause.demand() == demand(wanted) || isTurnedRound(clause))
            .flatMap(clause -> Guards.questions(clause.condition()))
            .anyMatch(wanted::equals);
    boolean onTheWay =
        StepTree.steps(contract)
            .filter(Step.Branch.class::isInstance)
            .flatMap(step -> ((Step.Branch) step).choices().stream())
            .flatMap(choice -> Guards.questions(choice.guard()))
            .anyMatch(wanted::equals);
    return atTheDoor || onTheWay;
  }

  private static Demand demand(Condition wanted) {
    return wanted instanceof Condition.HasAddress ? Demand.REQUIRE : Demand.REFUSE;
  }

  private static boolean isTurnedRound(EntryClause clause) {
    return clause.condition() instanceof Condition.Not;
  }

  private static boolean saysWhatBlockedDoes(Step.Send send) {
    return !send.onFailure().blocked().equals(OnFailure.usual(send.position()).blocked());
  }
}
