package dev.interlock.app.preflight;

import dev.interlock.crm.inventory.Binding;
import dev.interlock.crm.inventory.Change;
import dev.interlock.crm.inventory.Chore;
import dev.interlock.crm.inventory.Creatable;
import dev.interlock.crm.inventory.Name;
import dev.interlock.crm.inventory.Thing;
import dev.interlock.crm.inventory.Told;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Lines about one name: whether exactly one thing has it, and what to do when none has.
///
/// @param <T> the things that are looked through
/// @param fit how the one thing that has the name stands to the demand
/// @param make what a person does when nothing has the name and it cannot be made
/// @param creatable what would be made
record Naming<T extends Thing>(
    Line.Group group,
    Name name,
    Set<String> by,
    Function<T, State> fit,
    Chore make,
    Optional<Creatable> creatable) {

  Line line(Told<List<T>> told, Known known) {
    return switch (told) {
      case Told.Known<List<T>>(var things) -> among(things, known);
      case Told.NoScope<List<T>>(var scope) ->
          unbound(new State.Unknown("it shows once the token has the scope " + scope, true));
      case Told.Never<List<T>>(var why) -> unbound(new State.Unknown(why, false));
      case Told.Missed<List<T>>(var why) -> unbound(new State.Unknown(why, true));
    };
  }

  Line among(List<T> things, Known known) {
    var named =
        things.stream().filter(each -> name.kind().isSameName(each.name(), name.text())).toList();
    return switch (named.size()) {
      case 0 -> unbound(missing(things, known));
      case 1 -> line(named.getFirst(), known);
      default ->
          unbound(
              new State.Ambiguous(
                  named.size(), new Chore.LeaveOne(name.kind(), name.within(), name.text())));
    };
  }

  private Line line(T thing, Known known) {
    return switch (fit.apply(thing)) {
      case State.Present(var note) ->
          new Line(
              group,
              name.within(),
              name.text(),
              new State.Present(note.isEmpty() ? anew(known) : note),
              new TreeSet<>(by),
              Optional.of(binding(thing)));
      case State other -> unbound(other);
    };
  }

  private Binding binding(T thing) {
    var order =
        thing instanceof Thing.Pipeline pipeline
            ? pipeline.stages().stream().map(Thing.Stage::id).toList()
            : List.<String>of();
    return new Binding(name.kind(), name.within(), name.text(), thing.id(), order);
  }

  private String anew(Known known) {
    return known.change(name).filter(Change.MadeAnew.class::isInstance).isPresent()
        ? "deleted and made anew since last time; the new one is used"
        : "";
  }

  private State missing(List<T> things, Known known) {
    var makes = creatable.filter(thing -> known.guide().whyNot(thing).isEmpty());
    var change = known.change(name);
    if (change.isPresent()) {
      return drifted(change.get(), makes);
    }
    // a tag beside one that is spelt a little differently is a tag more, and nothing is lost by it
    var near = near(things);
    if (near.isPresent() && name.kind() != Thing.Kind.TAG) {
      return new State.Yours(
          "there is \"" + near.get() + "\", spelt differently", rename(near.get()));
    }
    String besides = near.map(other -> "there is \"" + other + "\" as well").orElse("");
    return makes
        .<State>map(thing -> new State.Creates(thing, besides))
        .orElseGet(() -> new State.Yours("missing", make));
  }

  private State drifted(Change change, Optional<Creatable> makes) {
    return switch (change) {
      case Change.Renamed(_, var to) ->
          new State.Drifted("it is called \"" + to + "\" now", rename(to), Optional.empty());
      case Change.Removed _, Change.MadeAnew _, Change.Reordered _ ->
          new State.Drifted("it was there and is gone", make, makes);
    };
  }

  private Chore rename(String from) {
    return new Chore.Rename(name.kind(), name.within(), from, name.text());
  }

  private Optional<String> near(List<T> things) {
    return things.stream()
        .map(Thing::name)
        .filter(each -> Thing.Kind.isAlike(each, name.text()))
        .findFirst();
  }

  private Line unbound(State state) {
    return new Line(group, name.within(), name.text(), state, new TreeSet<>(by), Optional.empty());
  }
}
