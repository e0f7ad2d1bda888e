package dev.interlock.simulation;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TeamName;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Carries commands out on an account as every adapter has to do it on a CRM: the compatibility kit
/// of the port says so. Texts stay templates; where the operation names no member of a team, the
/// team's name stands for one.
record Adapter(Operation operation, Account account, Clock clock) {
  /// The code under which a move back is refused that the operation does not declare.
  static final String BACKWARD = "stage-backward";

  Carried carryOut(Contract contract, Command command) {
    if (!account.exists()) {
      return Carried.without(new Outcome.ContactGone());
    }
    return switch (command.doing()) {
      case Command.Say(var message, _) -> say(message.channel());
      case Command.Perform(var action) -> perform(contract, action);
      case Command.Ensure(var leaves) -> ensure(contract, leaves);
      case Command.Tell _ -> Carried.without(done());
      case Command.TickOff(var tasks) -> tickOff(tasks);
      case Command.ReadBack _ -> Carried.without(new Outcome.ReadBack(account.read()));
    };
  }

  private Carried say(Channel channel) {
    if (account.refusal().isPresent()) {
      return Carried.without(new Outcome.Refused("message", account.refusal().get()));
    }
    if (!account.hasAddress(channel)) {
      return Carried.without(new Outcome.Blocked("there is no " + channel.address()));
    }
    if (account.consent(channel).filter(Consent.OPTED_OUT::equals).isPresent()) {
      return Carried.without(new Outcome.Blocked("the CRM blocks " + channel.many()));
    }
    MessageId number = new MessageId("message-" + clock.number());
    return Carried.without(new Outcome.Done(Optional.of(number), Optional.empty()));
  }

  private Carried perform(Contract contract, Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> made(changes().tag(tag, TagChange.ADDED));
      case Action.RemoveTag(var tag) -> made(changes().tag(tag, TagChange.REMOVED));
      case Action.SetField(var field, var value) -> made(changes().field(field, value));
      case Action.ClearField(var field) -> made(changes().field(field, ""));
      case Action.MoveTo(var to) -> move(to);
      case Action.MarkDeal(var pipeline, var status) ->
          onDeal(pipeline, deal -> changes().mark(deal, status));
      case Action.ValueDeal(var pipeline, var value) ->
          onDeal(pipeline, deal -> changes().value(deal, value));
      case Action.CreateTask(var title, _, var dueIn, _) -> {
        String id = "task-" + clock.number();
        Change change = changes().makeTask(id, title, clock.now().plus(dueIn));
        yield new Carried(new Outcome.Done(Optional.empty(), Optional.of(id)), List.of(change));
      }
      case Action.AddNote _ -> {
        String id = "note-" + clock.number();
        yield new Carried(
            new Outcome.Done(Optional.empty(), Optional.of(id)),
            List.of(Change.only(new Happening.NoteAdded(id))));
      }
      case Action.Assign(var whom) -> made(changes().assign(user(contract, whom)));
      case Action.CompleteTasks _ -> Carried.without(new Outcome.AlreadySo());
      case Action.Notify _, Action.CallWebhook _ -> Carried.without(done());
      case Action.StartAutomation _, Action.StopAutomation _ -> Carried.without(done());
    };
  }

  private Carried ensure(Contract contract, Leaves leaves) {
    return perform(
        contract,
        switch (leaves) {
          case Leaves.Tagged(var tag) -> new Action.AddTag(tag);
          case Leaves.NotTagged(var tag) -> new Action.RemoveTag(tag);
          case Leaves.AtStage(var to) -> new Action.MoveTo(to);
          case Leaves.FieldSet(var field, var value) -> new Action.SetField(field, value);
          case Leaves.DealMarked(var pipeline, var status) -> new Action.MarkDeal(pipeline, status);
        });
  }

  /// Compare-and-set: never back, unless the operation declares it. A pipeline that it does not
  /// declare has no order.
  private Carried move(StageRef to) {
    Optional<Deal> deal = account.deal(to.pipeline());
    boolean backward =
        deal.isPresent()
            && operation
                .pipeline(to.pipeline())
                .filter(one -> one.isUnlawfulReturn(deal.get().stage().stage(), to.stage()))
                .isPresent();
    if (backward) {
      return Carried.without(
          new Outcome.Refused(
              BACKWARD,
              "the deal stands at "
                  + deal.get().stage().stage()
                  + " already, and the way back to "
                  + to.stage()
                  + " is not declared"));
    }
    return changes()
        .move(to)
        .map(change -> new Carried(done(account.dealIn(to.pipeline())), List.of(change)))
        .orElseGet(() -> Carried.without(new Outcome.AlreadySo()));
  }

  private Carried onDeal(PipelineName pipeline, Function<Deal, Optional<Change>> change) {
    return account
        .deal(pipeline)
        .map(deal ->
            change
                .apply(deal)
                .map(one -> new Carried(done(deal.id()), List.of(one)))
                .orElseGet(() -> Carried.without(new Outcome.AlreadySo())))
        .orElseGet(() ->
            Carried.without(
                new Outcome.Refused("no-deal", "the contact has no deal in " + pipeline)));
  }

  private Carried tickOff(List<String> tasks) {
    List<Change> changes = new ArrayList<>();
    for (String task : tasks) {
      account.openTask(task).ifPresent(open -> changes.add(changes().tickOff(open)));
    }
    return changes.isEmpty()
        ? Carried.without(new Outcome.AlreadySo())
        : new Carried(done(), changes);
  }

  private String user(Contract contract, Assignee whom) {
    return switch (whom) {
      case Assignee.Team(var team) -> member(team);
      case Assignee.Owner() -> member(contract.owner());
      case Assignee.ContactsAssignee() ->
          account.assignee().orElseGet(() -> member(contract.owner()));
    };
  }

  private String member(TeamName team) {
    return operation
        .team(team)
        .flatMap(one -> one.members().stream().findFirst())
        .orElse(team.text());
  }

  private Changes changes() {
    return new Changes(account);
  }

  private static Carried made(Optional<Change> change) {
    return change
        .map(one -> new Carried(done(), List.of(one)))
        .orElseGet(() -> Carried.without(new Outcome.AlreadySo()));
  }

  private static Outcome done(DealId deal) {
    return new Outcome.Done(Optional.empty(), Optional.of(deal.text()));
  }

  private static Outcome done() {
    return new Outcome.Done(Optional.empty(), Optional.empty());
  }
}
