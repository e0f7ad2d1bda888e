package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TagName;
import dev.interlock.contract.model.TaskLeft;
import dev.interlock.verifier.walk.StepTree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Something by which a contract marks contacts for itself: one of its steps sets the mark, and
/// another of its steps or exits takes it away.
sealed interface Marker {
  /// A tag that is put on and taken off.
  record OfTag(TagName tag) implements Marker {}

  /// A field that is filled and emptied.
  record OfField(FieldName field) implements Marker {}

  /// A task that is made and ticked off.
  record OfTask(String title) implements Marker {}

  /// The markers of the contract.
  static Set<Marker> of(Contract contract) {
    Set<Marker> markers = new LinkedHashSet<>();
    actions(contract).map(Marker::setBy).flatMap(Optional::stream).forEach(markers::add);
    markers.removeIf(marker ->
        actions(contract).noneMatch(marker::isTakenBy)
            && contract.exits().stream().noneMatch(marker::isTakenBy));
    return markers;
  }

  private static Stream<Action> actions(Contract contract) {
    return StepTree.steps(contract)
        .flatMap(step -> step instanceof Step.Act act ? Stream.of(act.action()) : Stream.empty());
  }

  /// The mark that the action sets, whether it is one of the contract's own or not.
  static Optional<Marker> setBy(Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> Optional.of(new OfTag(tag));
      case Action.SetField(var field, var value) when !value.isBlank() ->
          Optional.of(new OfField(field));
      case Action.CreateTask(var title, _, _, _) -> Optional.of(new OfTask(title));
      case Action _ -> Optional.empty();
    };
  }

  /// Whether the action takes the mark away.
  default boolean isTakenBy(Action action) {
    return switch (this) {
      case OfTag(var tag) -> action.equals(new Action.RemoveTag(tag));
      case OfField(var field) -> action.equals(new Action.ClearField(field));
      case OfTask(var title) ->
          action instanceof Action.CompleteTasks(var titled)
              && titled.map(title::equals).orElse(true);
    };
  }

  /// Whether the exit takes the mark away.
  default boolean isTakenBy(Exit exit) {
    return switch (this) {
      case OfTag(var tag) -> exit.leaves().contains(new Leaves.NotTagged(tag));
      case OfField(var field) -> promises(exit, field).anyMatch(leaves -> leaves.value().isBlank());
      case OfTask(var title) -> TaskLeft.tickedOffBy(exit).contains(title);
    };
  }

  /// Whether it is said what becomes of the mark when runs leave by the exit. The exits that every
  /// contract has keep its tasks unless it words them itself: an open task is seen by a person.
  default boolean isKeptBy(Exit exit, Contract contract) {
    return switch (this) {
      case OfTag(var tag) -> exit.leaves().contains(new Leaves.Tagged(tag));
      case OfField(var field) -> promises(exit, field).findAny().isPresent();
      case OfTask(var title) ->
          !contract.exits().contains(exit)
              || exit.tasks().stream().map(TaskLeft::title).anyMatch(title::equals);
    };
  }

  private static Stream<Leaves.FieldSet> promises(Exit exit, FieldName field) {
    return exit.leaves().stream()
        .flatMap(leaves ->
            leaves instanceof Leaves.FieldSet set && set.field().equals(field)
                ? Stream.of(set)
                : Stream.empty());
  }

  /// As in `exit *done* can leave the tag ... behind`.
  default String left() {
    return switch (this) {
      case OfTag(var tag) ->
          "leave the tag `%s` behind, which the contract takes off elsewhere".formatted(tag);
      case OfField(var field) ->
          "leave a value in the field *%s*, which the contract empties elsewhere".formatted(field);
      case OfTask(var title) ->
          "leave the task *%s* open, which the contract ticks off elsewhere".formatted(title);
    };
  }

  /// What to do about the exit.
  default String help(Exit exit) {
    String said = "exit(\"%s\", %s)".formatted(exit.name(), exit.kind().name());
    return switch (this) {
      case OfTag(var tag) ->
          "say %s.leaves(noTag(\"%s\")), or let the exit promise the tag.".formatted(said, tag);
      case OfField(var field) ->
          "say %s.leaves(field(\"%s\", \"\")), or let the exit promise a value."
              .formatted(said, field);
      case OfTask(var title) ->
          "say %s.ticksOffTasks(\"%s\"), or keepsTasks(\"%s\") where people still have to do it."
              .formatted(said, title, title);
    };
  }

  /// The markers of these that a run alone answers for: what others wrote into the field since is
  /// theirs, and nobody but the run ticks its tasks off for it.
  static List<Marker> remembered(Contract contract) {
    return of(contract).stream().filter(marker -> !(marker instanceof OfTag)).toList();
  }
}
