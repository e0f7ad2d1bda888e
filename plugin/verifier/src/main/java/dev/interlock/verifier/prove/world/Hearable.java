package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Writer;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageRef;
import java.util.List;
import java.util.Optional;

/// What decides whether something can happen that contracts listen to: a tag cannot be taken away
/// that is not there, nor a deal won that there is not, nor an appointment cancelled.
///
/// It is tracked although no condition asks for it. Untracked it could happen at any time, and of
/// what then goes wrong nobody could tell a story.
final class Hearable {
  private final Account account;

  Hearable(Account account) {
    this.account = account;
  }

  void track(EventPattern pattern) {
    switch (pattern) {
      case EventPattern.TagEvent(_, var tag) -> account.track(new Attribute.Tag(tag));
      case EventPattern.AppointmentEvent(var change, var named) -> {
        // who has none yet can always book one
        if (change != AppointmentChange.BOOKED) {
          named
              .map(List::of)
              .orElse(account.calendars())
              .forEach(calendar -> account.track(new Attribute.Diary(calendar)));
        }
      }
      case EventPattern.DealEvent(var change, var named) -> {
        if (change != DealChange.CREATED) {
          deals(named);
        }
      }
      case EventPattern.StageEntered(var at) -> {
        // who has no deal yet can always get one, in the first stage
        if (!isFirst(at)) {
          deals(Optional.of(at.pipeline()));
        }
      }
      case EventPattern.ForeignHand(_, var acts) -> {
        if (acts.isEmpty() || acts.contains(HandAct.MOVED_STAGE)) {
          deals(Optional.empty());
        }
        if (acts.isEmpty() || acts.contains(HandAct.CHANGED_TAG)) {
          aTag();
        }
      }
      case EventPattern.Either(var alternatives) -> alternatives.forEach(this::track);
      case EventPattern.ContactEvent _, EventPattern.MessageReceived _ -> {}
      case EventPattern.CallMissed _, EventPattern.MessageOutcome _ -> {}
      case EventPattern.ConsentEvent _, EventPattern.TaskEvent _ -> {}
      case EventPattern.NoteAdded _, EventPattern.MoneyEvent _, EventPattern.FormSubmitted _ -> {}
      case EventPattern.DateReached _, EventPattern.Scheduled _ -> {}
      case EventPattern.StartedByHand _, EventPattern.StartedByApi _ -> {}
      case EventPattern.Routed _ -> {}
    }
  }

  private boolean isFirst(StageRef at) {
    return account
        .operation()
        .pipeline(at.pipeline())
        .filter(pipeline -> pipeline.stages().getFirst().name().equals(at.stage()))
        .isPresent();
  }

  private void deals(Optional<PipelineName> named) {
    account.operation().pipelines().stream()
        .map(Pipeline::name)
        .filter(pipeline -> named.map(pipeline::equals).orElse(true))
        .forEach(pipeline -> account.track(new Attribute.Stage(pipeline)));
  }

  /// Of tags that nobody reads, one stands for all: whoever changes one is heard of as much as
  /// whoever changes another.
  private void aTag() {
    account.operation().tags().stream()
        .filter(tag -> tag.writers().contains(Writer.STAFF))
        .map(Operation.Tag::name)
        .findFirst()
        .ifPresent(tag -> account.track(new Attribute.Tag(tag)));
  }
}
