package dev.interlock.app.preflight;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TaskLeft;
import dev.interlock.crm.inventory.Right;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.StepTree;
import java.util.stream.Stream;

/// What a contract does with an account, by what the account has to allow.
final class Uses {
  private Uses() {}

  /// The channels by which it writes to contacts.
  static Stream<Channel> channels(Contract contract) {
    return StepTree.steps(contract).flatMap(Uses::channel);
  }

  private static Stream<Channel> channel(Step step) {
    return switch (step) {
      case Step.Send send -> Stream.of(send.message().channel());
      case Step.Act _,
          Step.Wait _,
          Step.Await _,
          Step.Branch _,
          Step.Split _,
          Step.Repeat _,
          Step.Leave _ ->
          Stream.empty();
    };
  }

  /// Whether every contract needs it: what happens in the CRM is read whatever contracts say, and
  /// all names are read before any goes live.
  static boolean always(Right right) {
    return switch (right) {
      case READ_ACCOUNT,
          READ_PIPELINES,
          READ_TAGS,
          READ_FIELDS,
          READ_VALUES,
          READ_USERS,
          READ_CALENDARS,
          READ_AUTOMATIONS,
          READ_CONTACTS,
          READ_MESSAGES,
          READ_APPOINTMENTS ->
          true;
      case READ_FORMS, CHANGE_CONTACTS, CHANGE_DEALS, SEND_MESSAGES -> false;
    };
  }

  /// The rights that it makes use of, besides those that every contract needs.
  static Stream<Right> rights(Contract contract) {
    return Stream.of(
            forms(contract),
            StepTree.steps(contract).flatMap(Uses::right),
            contract.allExits().stream().flatMap(Uses::exit))
        .flatMap(all -> all);
  }

  private static Stream<Right> forms(Contract contract) {
    return Stream.concat(Listened.trigger(contract), Listened.in(contract))
            .map(Listened::event)
            .anyMatch(EventPattern.FormSubmitted.class::isInstance)
        ? Stream.of(Right.READ_FORMS)
        : Stream.empty();
  }

  private static Stream<Right> right(Step step) {
    return switch (step) {
      case Step.Send _ -> Stream.of(Right.SEND_MESSAGES);
      case Step.Act act -> action(act.action());
      // these read, and every contract may
      case Step.Wait _, Step.Await _, Step.Branch _, Step.Split _, Step.Repeat _, Step.Leave _ ->
          Stream.empty();
    };
  }

  private static Stream<Right> action(Action action) {
    return switch (action) {
      case Action.AddTag _,
          Action.RemoveTag _,
          Action.SetField _,
          Action.ClearField _,
          Action.CreateTask _,
          Action.AddNote _,
          Action.Assign _,
          Action.Notify _,
          Action.StartAutomation _,
          Action.StopAutomation _,
          Action.CompleteTasks _ ->
          Stream.of(Right.CHANGE_CONTACTS);
      case Action.MoveTo _, Action.MarkDeal _, Action.ValueDeal _ -> Stream.of(Right.CHANGE_DEALS);
      case Action.CallWebhook _ -> Stream.empty();
    };
  }

  private static Stream<Right> exit(Exit exit) {
    var people =
        exit.notifies().isEmpty() && TaskLeft.tickedOffBy(exit).isEmpty()
            ? Stream.<Right>empty()
            : Stream.of(Right.CHANGE_CONTACTS);
    return Stream.concat(people, exit.leaves().stream().map(Uses::leaves));
  }

  private static Right leaves(Leaves leaves) {
    return switch (leaves) {
      case Leaves.Tagged _, Leaves.NotTagged _, Leaves.FieldSet _ -> Right.CHANGE_CONTACTS;
      case Leaves.AtStage _, Leaves.DealMarked _ -> Right.CHANGE_DEALS;
    };
  }
}
