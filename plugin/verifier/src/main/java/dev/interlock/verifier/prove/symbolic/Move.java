package dev.interlock.verifier.prove.symbolic;

import java.util.List;
import java.util.stream.Stream;

/// One way in which a contact's world can change: where the guard holds, the variables get these
/// constants, all at once.
///
/// Because updates are constants, the states after a move are those before it, without what they
/// said of the updated variables, and with the constants: no second copy of the variables is
/// needed.
///
/// @param what what happens, for whoever tells the story
public record Move<L>(L what, Predicate guard, List<Assignment> updates) {
  public Move {
    updates = List.copyOf(updates);
    if (updates.stream().map(Assignment::variable).distinct().count() < updates.size()) {
      throw new IllegalArgumentException("two values for one variable in " + what);
    }
  }

  /// The same move, only where this holds as well.
  public Move<L> where(Predicate more) {
    return new Move<>(what, guard.and(more), updates);
  }

  /// The same move, doing this as well; what it assigns already, it keeps.
  public Move<L> doing(List<Assignment> more) {
    List<Assignment> all =
        Stream.concat(
                updates.stream(),
                more.stream()
                    .filter(one ->
                        updates.stream().noneMatch(mine -> mine.variable().equals(one.variable()))))
            .toList();
    return new Move<>(what, guard, all);
  }
}
