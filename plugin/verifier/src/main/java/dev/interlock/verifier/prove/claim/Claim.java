package dev.interlock.verifier.prove.claim;

import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import java.util.List;
import java.util.Optional;

/// Something that is said of a study.
public sealed interface Claim {
  /// What the finding is about where the claim does not hold.
  Subject subject();

  /// No such state comes about; or where there is a move, it is never made in such a state.
  record Never(Subject subject, Predicate where, Optional<Move<Event>> then) implements Claim {
    /// The states in which the claim is broken.
    public Predicate broken() {
      return then.map(move -> move.guard().and(where)).orElse(where);
    }

    static Never be(Subject subject, Predicate where) {
      return new Never(subject, where, Optional.empty());
    }

    static Never move(Subject subject, Predicate where, Move<Event> move) {
      return new Never(subject, where, Optional.of(move));
    }
  }

  /// At least one of these states comes about, provided that the context does.
  ///
  /// Not finding one is certain: more can happen in a study than in the world.
  record Possible(Subject subject, Predicate context, List<Predicate> ways) implements Claim {
    public Possible {
      ways = List.copyOf(ways);
    }
  }
}
