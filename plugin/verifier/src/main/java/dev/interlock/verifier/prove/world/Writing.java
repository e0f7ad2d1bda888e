package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.EventPattern.TaskChange;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.contract.model.TaskLeft;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What actions and promises write, with the guard that every adapter has to keep: a deal is moved
/// back only where the operation declares the return.
final class Writing {
  private final Account account;

  Writing(Account account) {
    this.account = account;
  }

  /// The ways in which the action may turn out; exactly one is possible in each state, but for
  /// values that are templates.
  List<Effect> of(Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> tag(tag, TagChange.ADDED);
      case Action.RemoveTag(var tag) -> tag(tag, TagChange.REMOVED);
      case Action.SetField(var field, var value) -> field(field, value);
      case Action.ClearField(var field) -> field(field, "");
      case Action.MoveTo(var stage) -> stage(stage);
      case Action.MarkDeal(var pipeline, var status) -> status(pipeline, status);
      case Action.CreateTask(var title, _, _, _) ->
          List.of(
              Effect.of(
                  List.of(),
                  List.of(),
                  new Happening.TaskHappened(TaskChange.CREATED, "task", title)));
      case Action.AddNote _ ->
          List.of(Effect.of(List.of(), List.of(), new Happening.NoteAdded("note")));
      case Action.ValueDeal _, Action.Assign _, Action.Notify _ -> List.of(Effect.NONE);
      case Action.CallWebhook _, Action.StartAutomation _ -> List.of(Effect.NONE);
      case Action.StopAutomation _ -> List.of(Effect.NONE);
      case Action.CompleteTasks _ -> tickedOff();
    };
  }

  /// What any of the contract's steps and exits may come to.
  Stream<Effect> of(Survey.Outline outline) {
    return Stream.of(
            outline.actions().stream().flatMap(action -> of(action).stream()),
            outline.leaves().stream().flatMap(leaves -> of(leaves).stream()),
            outline.ticksOff() ? tickedOff().stream() : Stream.<Effect>empty())
        .flatMap(effects -> effects);
  }

  /// What the exit's promises, kept one after the other, may come to.
  List<Effect> of(Exit exit) {
    List<Effect> effects = List.of(Effect.NONE);
    for (Leaves leaves : exit.leaves()) {
      effects = then(effects, of(leaves));
    }
    return TaskLeft.tickedOffBy(exit).isEmpty() ? effects : then(effects, tickedOff());
  }

  private static List<Effect> then(List<Effect> effects, List<Effect> next) {
    return effects.stream().flatMap(first -> next.stream().map(first::then)).toList();
  }

  /// Whether a task is open still the model does not know, so that it may be told or not.
  private List<Effect> tickedOff() {
    var told = new Happening.TaskHappened(TaskChange.COMPLETED, "task", "task");
    return account.isHeard(told)
        ? List.of(Effect.of(List.of(), List.of(), told), Effect.NONE)
        : List.of(Effect.NONE);
  }

  /// The ways in which keeping the promise may turn out.
  List<Effect> of(Leaves leaves) {
    return switch (leaves) {
      case Leaves.Tagged(var tag) -> tag(tag, TagChange.ADDED);
      case Leaves.NotTagged(var tag) -> tag(tag, TagChange.REMOVED);
      case Leaves.FieldSet(var field, var value) -> field(field, value);
      case Leaves.AtStage(var stage) -> stage(stage);
      case Leaves.DealMarked(var pipeline, var status) -> status(pipeline, status);
    };
  }

  /// Where somebody hears of it, it matters whether the tag changes at all: the CRM tells nothing
  /// of what was so already.
  private List<Effect> tag(TagName tag, TagChange change) {
    int value = change == TagChange.ADDED ? Values.YES : Values.NO;
    Attribute attribute = new Attribute.Tag(tag);
    List<Event.Write> writes =
        List.of(new Event.Write(attribute, change == TagChange.ADDED ? "present" : "absent"));
    Happening told = new Happening.TagHappened(change, tag);
    Effect changing = Effect.of(assigned(attribute, value), writes, told);
    Optional<Variable> tracked = account.tracked(attribute);
    if (tracked.isEmpty() || !account.isHeard(told)) {
      return List.of(changing);
    }
    Predicate already = tracked.get().is(value);
    return List.of(changing.where(already.not()), Effect.of(List.of(), writes).where(already));
  }

  private List<Assignment> assigned(Attribute attribute, int value) {
    return account.tracked(attribute).map(one -> List.of(one.becomes(value))).orElse(List.of());
  }

  private List<Effect> field(FieldName field, String value) {
    Attribute attribute = new Attribute.Field(field);
    List<Event.Write> writes = List.of(new Event.Write(attribute, value.strip()));
    Optional<Variable> tracked = account.tracked(attribute);
    if (tracked.isEmpty()) {
      return List.of(Effect.of(List.of(), writes));
    }
    return cells(field, tracked.get(), value)
        .mapToObj(cell -> Effect.of(List.of(tracked.get().becomes(cell)), writes))
        .toList();
  }

  /// The cells into which the text may fall: its own, or for a template any; for a day any day,
  /// since nobody knows how far off it is then.
  private IntStream cells(FieldName field, Variable variable, String text) {
    if (text.contains("{{")) {
      return IntStream.range(0, variable.size());
    }
    if (account.isDate(field) && FieldCells.daysAhead(text.strip()).isPresent()) {
      return IntStream.range(0, variable.size())
          .filter(cell -> FieldCells.daysAhead(variable.values().get(cell)).isPresent());
    }
    String folded = text.strip().toLowerCase(Locale.ROOT);
    return IntStream.range(0, variable.size())
        .filter(cell -> variable.values().get(cell).toLowerCase(Locale.ROOT).equals(folded));
  }

  private List<Effect> stage(StageRef to) {
    Attribute attribute = new Attribute.Stage(to.pipeline());
    List<Event.Write> writes = List.of(new Event.Write(attribute, to.stage().text()));
    var told = new Happening.StageEntered(Happens.DEAL, to);
    Optional<Variable> tracked = account.tracked(attribute);
    Optional<Integer> value = account.stageValue(to.pipeline(), to.stage());
    if (tracked.isEmpty() || value.isEmpty()) {
      return List.of(Effect.of(List.of(), writes, told));
    }
    Variable stage = tracked.get();
    Predicate none = stage.is(Values.NO_DEAL);
    Predicate back = isBackward(stage, to);
    List<Assignment> moved = List.of(stage.becomes(value.get()));
    List<Assignment> made = new ArrayList<>(moved);
    made.addAll(assigned(new Attribute.Status(to.pipeline()), Values.of(DealStatus.OPEN)));
    return List.of(
        Effect.of(
                List.copyOf(made),
                writes,
                new Happening.DealHappened(DealChange.CREATED, Happens.DEAL, to.pipeline()),
                told)
            .where(none),
        Effect.of(moved, writes, told).where(none.or(back).or(stage.is(value.get())).not()),
        Effect.of(List.of(), writes).where(stage.is(value.get())),
        new Effect(back, List.of(), List.of(), List.of(), Optional.of(to)));
  }

  /// Whether moving the deal to the stage would go back, and nobody declared the return.
  Predicate isBackward(Variable stage, StageRef to) {
    Pipeline pipeline = account.operation().pipeline(to.pipeline()).orElseThrow();
    return Predicate.among(
        stage,
        value ->
            value != Values.NO_DEAL
                && pipeline.isUnlawfulReturn(pipeline.stages().get(value - 1).name(), to.stage()));
  }

  private List<Effect> status(PipelineName pipeline, DealStatus status) {
    Attribute attribute = new Attribute.Status(pipeline);
    Effect marked =
        Effect.of(
            assigned(attribute, Values.of(status)),
            List.of(new Event.Write(attribute, status.name())),
            changed(status)
                .<Happening>map(
                    change -> new Happening.DealHappened(change, Happens.DEAL, pipeline))
                .map(one -> new Happening[] {one})
                .orElseGet(() -> new Happening[0]));
    Optional<Variable> stage = account.tracked(new Attribute.Stage(pipeline));
    if (stage.isEmpty()) {
      return List.of(marked);
    }
    Predicate none = stage.get().is(Values.NO_DEAL);
    return List.of(marked.where(none.not()), Effect.NONE.where(none));
  }

  static Optional<DealChange> changed(DealStatus status) {
    return switch (status) {
      case OPEN -> Optional.empty();
      case WON -> Optional.of(DealChange.WON);
      case LOST -> Optional.of(DealChange.LOST);
      case ABANDONED -> Optional.of(DealChange.ABANDONED);
    };
  }
}
