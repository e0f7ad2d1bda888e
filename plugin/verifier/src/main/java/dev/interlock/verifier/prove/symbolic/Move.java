package dev.interlock.verifier.prove.symbolic;

import java.util.ArrayList;
import java.util.List;

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
    for (int i = 1; i < updates.size(); i++) {
      if (assigns(updates.subList(0, i), updates.get(i).variable())) {
        throw new IllegalArgumentException("two values for one variable in " + what);
      }
    }
  }

  /// The same move, only where this holds as well.
  public Move<L> where(Predicate more) {
    return new Move<>(what, guard.and(more), updates);
  }

  /// The same move, doing this as well; what it assigns already, it keeps.
  public Move<L> doing(List<Assignment> more) {
    List<Assignment> all = new ArrayList<>(updates);
    for (Assignment one : more) {
      if (!assigns(updates, one.variable())) {
        all.add(one);
      }
    }
    return new Move<>(what, guard, all);
  }

  private static boolean assigns(List<Assignment> updates, Variable variable) {
    for (Assignment update : updates) {
      if (update.variable().equals(variable)) {
        return true;
      }
    }
    return false;
  }
}
