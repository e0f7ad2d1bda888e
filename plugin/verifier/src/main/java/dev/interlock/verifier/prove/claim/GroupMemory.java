package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What has to be remembered of an exclusive group to say by whom it was put out of order: whether
/// somebody else added a tag of it while the run did several things in one breath, which no
/// contract can rule out; and which place of the contract took the last tag away.
record GroupMemory(Study study, Seat seat, TagGroup group) {

  private Variable overtaken() {
    return Variable.flag("%s was overtaken in %s".formatted(seat.id(), group.name()));
  }

  private Variable emptiedBy() {
    List<String> places = new ArrayList<>(List.of("(nobody)"));
    seat.places().keySet().forEach(place -> places.add(place.text()));
    return new Variable("%s emptied %s".formatted(seat.id(), group.name()), places);
  }

  /// Where nobody interfered since the run came to what it is doing.
  Predicate isUndisturbed() {
    return overtaken().is(0);
  }

  /// Where what was done at the place took the last tag away, and nobody has added one since.
  Predicate wasEmptiedBy(String place) {
    Variable emptied = emptiedBy();
    return emptied.is(emptied.values().indexOf(place));
  }

  List<Variable> members() {
    return group.members().stream()
        .map(tag -> study.account().track(new Attribute.Tag(tag)))
        .toList();
  }

  /// The machine that remembers it.
  Machine<Event> in(Machine<Event> machine) {
    List<Variable> variables = new ArrayList<>(machine.variables());
    variables.add(overtaken());
    variables.add(emptiedBy());
    return new Machine<>(
        variables,
        machine.initial().and(overtaken().is(0)).and(emptiedBy().is(0)),
        machine.moves().stream().flatMap(this::noting).toList());
  }

  private Stream<Move<Event>> noting(Move<Event> move) {
    if (beginsAnew(move.what())) {
      List<Assignment> forgotten = new ArrayList<>(List.of(overtaken().becomes(0)));
      if (move.what() instanceof Event.Begins) {
        forgotten.add(emptiedBy().becomes(0));
      }
      return Stream.of(move.doing(forgotten));
    }
    List<Assignment> written =
        move.updates().stream().filter(one -> members().contains(one.variable())).toList();
    if (written.isEmpty()) {
      return Stream.of(move);
    }
    Predicate changes =
        Predicate.any(written.stream().map(one -> one.variable().is(one.value()).not()).toList());
    return Stream.concat(
        Stream.of(move.where(changes.not())),
        isOwn(move.what())
            ? own(move.where(changes))
            : Stream.of(move.where(changes).doing(byOthers(written))));
  }

  private List<Assignment> byOthers(List<Assignment> written) {
    List<Assignment> noted = new ArrayList<>(List.of(emptiedBy().becomes(0)));
    if (written.stream().anyMatch(one -> one.value() == 1)) {
      noted.add(overtaken().becomes(1));
    }
    return noted;
  }

  private Stream<Move<Event>> own(Move<Event> move) {
    Predicate none =
        Predicate.any(members().stream().map(Variable::holds).toList()).not().given(move.updates());
    Variable emptied = emptiedBy();
    String place =
        switch (move.what()) {
          case Event.Does does -> does.place().text();
          case Event.Leaves leaves -> leaves.place().text();
          case Event _ -> emptied.values().getFirst();
        };
    return Stream.of(
        move.where(none).doing(List.of(emptied.becomes(emptied.values().indexOf(place)))),
        move.where(none.not()).doing(List.of(emptied.becomes(0))));
  }

  private boolean isOwn(Event event) {
    return switch (event) {
      case Event.Does does -> does.seat() == seat;
      case Event.Leaves leaves -> leaves.seat() == seat;
      case Event _ -> false;
    };
  }

  /// Whether the run comes from where it rested.
  private boolean beginsAnew(Event event) {
    return switch (event) {
      case Event.Begins(var its) -> its == seat;
      case Event.Hears(var its, _, _, var by) -> its == seat && !(by instanceof Event.By.Nobody);
      case Event.Does(var its, var place, _, _, _) ->
          its == seat && seat.stepAt(place).filter(GroupMemory::takesTime).isPresent();
      case Event _ -> false;
    };
  }

  private static boolean takesTime(Step step) {
    return switch (step) {
      case Step.Send _, Step.Wait _, Step.Await _ -> true;
      case Step.Act _, Step.Branch _, Step.Split _, Step.Repeat _, Step.Leave _ -> false;
    };
  }
}
