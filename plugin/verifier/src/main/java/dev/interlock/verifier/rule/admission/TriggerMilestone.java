package dev.interlock.verifier.rule.admission;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.Trigger.OwnWrites;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.TagWriters;
import java.util.stream.Stream;

/// Triggers that stand for no business milestone.
final class TriggerMilestone implements Rule {
  @Override
  public String id() {
    return "E-TRIGGER-MILESTONE";
  }

  @Override
  public String reason() {
    return "A workflow begins where something happened in the business, not where a program wrote"
        + " something.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract ->
            Stream.concat(
                sentence(contract),
                Listened.trigger(contract).flatMap(begin -> event(set, contract, begin.event()))));
  }

  private Stream<Finding> sentence(Contract contract) {
    if (!contract.trigger().milestone().isBlank()) {
      return Stream.empty();
    }
    return Stream.of(
        at(
            contract,
            "the trigger says no milestone",
            "say in a sentence what has happened in the business: milestone(\"...\")."));
  }

  private Stream<Finding> event(ContractSet set, Contract contract, EventPattern event) {
    if (event.equals(new EventPattern.ContactEvent(ContactChange.CHANGED))) {
      return Stream.of(
          at(
              contract,
              "*contact changed* is no milestone: every edit of any field begins the contract",
              "begin it by what the change means: a tag, a stage, a form, a date."));
    }
    if (event instanceof EventPattern.TagEvent(var change, var tag)
        && change == TagChange.ADDED
        && contract.trigger().ownWrites() == OwnWrites.HEARD
        && !TagWriters.others(set.operation(), tag)
        && TagWriters.isAddedBySome(set.contracts(), tag)) {
      return Stream.of(
          at(
              contract,
              "only our own contracts add tag *%s*: which business event is that?".formatted(tag),
              "route to this contract instead: routesTo(\"%s\") at the exit that adds the tag."
                  .formatted(contract.id())));
    }
    return Stream.empty();
  }

  private Finding at(Contract contract, String message, String help) {
    return found(contract, "startsWhen", contract.trigger().position(), message, help);
  }
}
