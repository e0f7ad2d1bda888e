package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Anchor;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Moment;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Step;
import dev.interlock.core.program.Node;
import java.util.List;
import java.util.Optional;

/// Everything that a contract reads of the contact, besides its entry filter.
final class Reading {
  private final Study study;
  private final Seat seat;

  Reading(Study study, Seat seat) {
    this.study = study;
    this.seat = seat;
  }

  void everything() {
    seat.contract().handlers().forEach(handler -> study.ask(handler.guard(), seat));
    seat.places().values().forEach(this::node);
    seat.contract().allExits().stream()
        .map(Exit::leaves)
        .flatMap(List::stream)
        .forEach(this::promise);
  }

  private void node(Node node) {
    switch (node) {
      case Node.SendNode send -> {
        study.questions().hasAddress(send.step().message().channel());
        study.questions().optedOut(send.step().message().channel());
      }
      case Node.ActNode(_, Step.Act(_, Action.MoveTo(var stage), _, _, _), _, _) ->
          study.account().track(new Attribute.Stage(stage.pipeline()));
      case Node.ActNode _ -> {}
      case Node.WaitNode wait -> {
        if (wait.step().pause() instanceof Pause.Until(var moment, _, _)) {
          moment(moment);
        }
      }
      case Node.AwaitNode await -> {
        await.step().arms().forEach(arm -> study.ask(arm.guard(), seat));
        if (await.step().silence().deadline() instanceof Deadline.At(var moment)) {
          moment(moment);
        }
      }
      case Node.BranchNode branch ->
          branch.step().choices().forEach(choice -> study.ask(choice.guard(), seat));
      case Node.SplitNode _, Node.LeaveNode _ -> {}
    }
  }

  private void moment(Moment moment) {
    if (moment.anchor() instanceof Anchor.AppointmentStart(var calendar)) {
      calendars(calendar).forEach(one -> study.account().track(new Attribute.Diary(one)));
    }
  }

  private List<CalendarName> calendars(Optional<CalendarName> named) {
    return named.map(List::of).orElse(study.account().calendars());
  }

  /// A stage that is promised is compared with the one that the deal stands in.
  private void promise(Leaves leaves) {
    if (leaves instanceof Leaves.AtStage(var stage)) {
      study.account().track(new Attribute.Stage(stage.pipeline()));
    }
  }
}
