package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a run has been told and has not yet heard: the last thing that anybody in its contract
/// listens to.
///
/// One act may be told as several happenings, which are heard one after the other: once the first
/// is answered, the rest still waits to be heard.
final class Latch {
  private final Seat seat;
  private final List<Entry> entries = new ArrayList<>();
  private final Variable variable;

  Latch(Seat seat, List<WorldAct> acts) {
    this.seat = seat;
    for (WorldAct act : acts) {
      for (int i = 0; i < act.happenings().size(); i++) {
        if (seat.listensTo(act.happenings().get(i))) {
          entries.add(new Entry(act, i));
        }
      }
    }
    List<String> words = new ArrayList<>(List.of("nothing"));
    entries.forEach(entry -> words.add(words.size() + " " + entry.act().script()));
    this.variable = new Variable(seat.label() + " has to hear", words);
  }

  /// What is told of an act, from one of its happenings on.
  record Entry(WorldAct act, int from) {
    List<Happening> happenings() {
      return act.happenings().subList(from, act.happenings().size());
    }

    Entry after(int heard) {
      return new Entry(act, from + heard + 1);
    }
  }

  Variable variable() {
    return variable;
  }

  List<Entry> entries() {
    return entries;
  }

  Predicate isEmpty() {
    return variable.is(Values.NOTHING);
  }

  Predicate holds(Entry entry) {
    return variable.is(entries.indexOf(entry) + 1);
  }

  Assignment emptied() {
    return variable.becomes(Values.NOTHING);
  }

  /// Whether anybody in the contract listens to something of this.
  boolean isWorthKeeping(Entry entry) {
    return entry.happenings().stream().anyMatch(seat::listensTo);
  }

  /// The latch with this in it, or empty where nobody listens to it.
  Assignment holding(Entry entry) {
    Optional<Entry> kept =
        entries.stream()
            .filter(one -> one.act().equals(entry.act()) && one.from() >= entry.from())
            .findFirst();
    return kept.map(one -> variable.becomes(entries.indexOf(one) + 1)).orElseGet(this::emptied);
  }
}
