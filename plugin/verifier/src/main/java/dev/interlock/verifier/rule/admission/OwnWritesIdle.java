package dev.interlock.verifier.rule.admission;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.Trigger.OwnWrites;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.rule.Words;
import dev.interlock.verifier.walk.Listened;
import java.util.stream.Stream;

/// Triggers that count our own writes, where no write of ours can bring about what they listen for:
/// no workflow calls, books, pays or fills in a form. Which tags, stages and tasks workflows write
/// changes with the set; what they never do does not.
final class OwnWritesIdle implements Rule {
  @Override
  public String id() {
    return "W-OWN-WRITES-IDLE";
  }

  @Override
  public String reason() {
    return "Who reads that our own writes count looks for a workflow that begins this one, and there"
        + " can be none.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream().filter(OwnWritesIdle::isIdle), contract -> judge(contract));
  }

  private static boolean isIdle(Contract contract) {
    return contract.trigger().ownWrites() == OwnWrites.HEARD
        && Listened.trigger(contract).map(Listened::event).noneMatch(OwnWritesIdle::mayBeOurs);
  }

  private Stream<Finding> judge(Contract contract) {
    return Stream.of(
        found(
            contract,
            "startsWhen",
            contract.trigger().position(),
            "the trigger counts our own writes, and none of them brings about *%s*"
                .formatted(Words.of(contract.trigger().event())),
            "take OWN_WRITES_COUNT away; a workflow begins this one by routesTo(\"%s\")."
                .formatted(contract.id())));
  }

  /// Whether a step or an exit can bring it about, or what comes of a message that one sent.
  private static boolean mayBeOurs(EventPattern event) {
    return switch (event) {
      case EventPattern.Either(var patterns) ->
          patterns.stream().anyMatch(OwnWritesIdle::mayBeOurs);
      case EventPattern.ContactEvent(var change) -> change == ContactChange.CHANGED;
      case EventPattern.TagEvent _, EventPattern.StageEntered _, EventPattern.DealEvent _ -> true;
      case EventPattern.TaskEvent _, EventPattern.NoteAdded _ -> true;
      case EventPattern.MessageOutcome _, EventPattern.StartedByApi _ -> true;
      case EventPattern.MessageReceived _, EventPattern.CallMissed _ -> false;
      case EventPattern.ConsentEvent _, EventPattern.AppointmentEvent _ -> false;
      case EventPattern.MoneyEvent _, EventPattern.FormSubmitted _ -> false;
      case EventPattern.DateReached _, EventPattern.Scheduled _ -> false;
      case EventPattern.StartedByHand _, EventPattern.Routed _ -> false;
      case EventPattern.ForeignHand _ -> false;
    };
  }
}
