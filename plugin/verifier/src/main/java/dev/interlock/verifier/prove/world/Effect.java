package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.StageRef;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One way in which a command may turn out, where the CRM obeys.
///
/// @param guard where it turns out so
/// @param happenings what the CRM tells of it afterwards
/// @param backward the stage to which the deal would have been moved back; nothing was written then
record Effect(
    Predicate guard,
    List<Assignment> assignments,
    List<Event.Write> writes,
    List<Happening> happenings,
    Optional<StageRef> backward) {

  static final Effect NONE =
      new Effect(Predicate.always(), List.of(), List.of(), List.of(), Optional.empty());

  static Effect of(List<Assignment> assignments, List<Event.Write> writes, Happening... told) {
    return new Effect(Predicate.always(), assignments, writes, List.of(told), Optional.empty());
  }

  Effect where(Predicate more) {
    return new Effect(guard.and(more), assignments, writes, happenings, backward);
  }

  /// First this, then that, of what the first left; what both assign, the later one keeps.
  Effect then(Effect later) {
    List<Assignment> all = new ArrayList<>(later.assignments);
    assignments.stream()
        .filter(one ->
            later.assignments.stream().noneMatch(other -> other.variable().equals(one.variable())))
        .forEach(all::add);
    return new Effect(
        guard.and(later.guard.given(assignments)),
        List.copyOf(all),
        Stream.concat(writes.stream(), later.writes.stream()).toList(),
        Stream.concat(happenings.stream(), later.happenings.stream()).toList(),
        backward.or(() -> later.backward));
  }
}
