package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.Moment;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Retries;
import dev.interlock.contract.model.SendTerms;
import dev.interlock.contract.model.SettingName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Step.Share;
import dev.interlock.contract.model.StepName;
import dev.interlock.contract.model.TagName;
import dev.interlock.contract.model.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// The words of a path: messages, actions, waits, awaits, branches and the step that leaves.
public final class Steps {
  private Steps() {}

  /// Sends a text message.
  public static Step.Send sms(String name, String text) {
    return send(name, new Message.Sms(text));
  }

  /// Sends an e-mail; the body is HTML.
  public static Step.Send email(String name, String subject, String body) {
    return send(name, new Message.Email(subject, body));
  }

  private static Step.Send send(String name, Message message) {
    Position position = Position.ofCaller();
    return new Step.Send(
        new StepName(name), message, SendTerms.usual(), "", OnFailure.usual(position), position);
  }

  /// Adds a tag.
  public static Step.Act addTag(String tag) {
    return act("tag " + tag, new Action.AddTag(new TagName(tag)));
  }

  /// Takes a tag away.
  public static Step.Act removeTag(String tag) {
    return act("untag " + tag, new Action.RemoveTag(new TagName(tag)));
  }

  /// Sets a field; the value is a template.
  public static Step.Act setField(String field, String value) {
    return act("set " + field, new Action.SetField(new FieldName(field), value));
  }

  /// Empties a field.
  public static Step.Act clearField(String field) {
    return act("clear " + field, new Action.ClearField(new FieldName(field)));
  }

  /// Moves the contact's opportunity forward to the stage, and makes one when there is none.
  public static Step.Act moveTo(PipelineName pipeline, StageName stage) {
    return act("move to " + stage, new Action.MoveTo(new StageRef(pipeline, stage)));
  }

  /// Marks the contact's opportunity as open, won, lost or abandoned.
  public static Step.Act markDeal(PipelineName pipeline, DealStatus status) {
    return act("mark " + pipeline + " " + status.name(), new Action.MarkDeal(pipeline, status));
  }

  /// Values the contact's opportunity, in whole units of the location's currency.
  public static Step.Act valueDeal(PipelineName pipeline, long value) {
    return valueDeal(pipeline, BigDecimal.valueOf(value));
  }

  /// Values the contact's opportunity, in the location's currency.
  public static Step.Act valueDeal(PipelineName pipeline, BigDecimal value) {
    return act("value " + pipeline, new Action.ValueDeal(pipeline, value));
  }

  /// Makes a task for the contract's owner.
  public static Step.Act task(String title, Duration dueIn) {
    return task(title, dueIn, new Assignee.Owner());
  }

  /// Makes a task.
  public static Step.Act task(String title, Duration dueIn, Assignee assignee) {
    return act("task " + title, new Action.CreateTask(title, "", dueIn, assignee));
  }

  /// Makes a task with a text beside its title.
  public static Step.Act task(String title, String body, Duration dueIn, Assignee assignee) {
    return act("task " + title, new Action.CreateTask(title, body, dueIn, assignee));
  }

  /// When a task is due, from the moment of the step.
  public static Duration dueIn(Duration span) {
    return span;
  }

  /// Ticks off the open tasks that this run made.
  public static Step.Act completeTasks() {
    return act("complete tasks", new Action.CompleteTasks(Optional.empty()));
  }

  /// Ticks off the open tasks of this title that this run made.
  public static Step.Act completeTasks(String title) {
    return act("complete " + title, new Action.CompleteTasks(Optional.of(title)));
  }

  /// Writes a note about the contact.
  public static Step.Act note(String body) {
    return act("note", new Action.AddNote(body));
  }

  /// Assigns the contact.
  public static Step.Act assign(Assignee assignee) {
    return act("assign", new Action.Assign(assignee));
  }

  /// Tells somebody something.
  public static Step.Act tell(Assignee whom, String text) {
    return act("tell", new Action.Notify(whom, text));
  }

  /// Posts values as JSON to the address that a setting holds.
  public static Step.Act callWebhook(String setting, Action.CallWebhook.Entry... values) {
    return act(
        "call " + setting, new Action.CallWebhook(new SettingName(setting), Arrays.asList(values)));
  }

  /// A value of a webhook call: its name and a template.
  public static Action.CallWebhook.Entry value(String name, String template) {
    return new Action.CallWebhook.Entry(name, template);
  }

  /// Puts the contact into one of the CRM's own automations.
  public static Step.Act startAutomation(String automation) {
    return act("start " + automation, new Action.StartAutomation(new AutomationName(automation)));
  }

  /// Takes the contact out of one of the CRM's own automations.
  public static Step.Act stopAutomation(String automation) {
    return act("stop " + automation, new Action.StopAutomation(new AutomationName(automation)));
  }

  private static Step.Act act(String name, Action action) {
    Position position = Position.ofCaller();
    return new Step.Act(Slug.of(name), action, "", OnFailure.usual(position), position);
  }

  /// Lets time pass.
  public static Step.Wait waitFor(String name, Duration span) {
    return pause(name, new Pause.For(span));
  }

  /// Waits for the next moment inside the window, in the contact's time zone.
  public static Step.Wait waitInto(String name, Window window) {
    return pause(name, new Pause.Into(window));
  }

  private static Step.Wait pause(String name, Pause pause) {
    return new Step.Wait(new StepName(name), pause, Path.nothing(), "", Position.ofCaller());
  }

  /// Does something at a moment relative to an appointment or a date: `at("day-before",
  /// before(appointment(), hours(24))).ifPast(skip()).ifGone(...).then(...)`.
  public static Branching.NeedsIfPast at(String name, Moment moment) {
    return new Branches.Timed(new StepName(name), moment, Position.ofCaller());
  }

  /// Waits for the first of several events, or for silence.
  public static Awaiting.NeedsEvent await(String name) {
    return new Awaits.Begun(new StepName(name), Position.ofCaller());
  }

  /// Goes on by the contact's state.
  public static Branching.NeedsCondition branch(String name) {
    return new Branches.Begun(new StepName(name), Position.ofCaller());
  }

  /// Goes on by lot; the shares add up to 100.
  public static Step.Split split(String name, Share first, Share... more) {
    return new Step.Split(new StepName(name), Drafts.both(first, more), "", Position.ofCaller());
  }

  /// One share of a split, in percent; without steps it goes on after the split.
  public static Share share(int percent, Step... steps) {
    return new Share(percent, new Path(Arrays.asList(steps)), Position.ofCaller());
  }

  /// Does the steps a fixed number of times.
  public static Step.Repeat repeat(String name, int times, Step first, Step... more) {
    Path body = new Path(Drafts.both(first, more));
    return new Step.Repeat(new StepName(name), times, body, "", Position.ofCaller());
  }

  /// Leaves the contract by an exit.
  public static Step.Leave exit(String exit) {
    return new Step.Leave(new ExitName(exit), Position.ofCaller());
  }

  /// How often to try again after a passing fault.
  public static Retries retry(int times) {
    return new Retries(times);
  }

  /// The consequence: leave by an exit.
  public static Consequence thenExit(String exit) {
    return new Consequence.Take(Path.of(exit(exit)));
  }

  /// The consequence: do these steps.
  public static Consequence then(Step first, Step... more) {
    return new Consequence.Take(new Path(Drafts.both(first, more)));
  }

  /// The consequence: go on as if it had gone the normal way.
  public static Consequence goOn() {
    return new Consequence.GoOn();
  }

  /// The consequence: leave out what depended on it.
  public static Consequence skip() {
    return new Consequence.Skip();
  }
}
