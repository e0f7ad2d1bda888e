package dev.interlock.verifier.prove.diagram;

import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.State;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Variables as bits, and predicates and states as diagrams over them.
final class Space {
  final Diagrams diagrams;
  private final List<Variable> variables;
  private final Map<Variable, Integer> firstBit = new HashMap<>();
  private final Map<Variable, int[]> ofValues = new HashMap<>();
  private final IdentityHashMap<Predicate, Integer> known = new IdentityHashMap<>();

  Space(List<Variable> variables, Allowance allowance) {
    this.variables = variables;
    int bits = 0;
    for (Variable variable : variables) {
      firstBit.put(variable, bits);
      bits += width(variable);
    }
    this.diagrams = new Diagrams(Math.max(1, bits), allowance);
  }

  int bits() {
    return variables.stream().mapToInt(Space::width).sum();
  }

  private static int width(Variable variable) {
    return 32 - Integer.numberOfLeadingZeros(variable.size() - 1);
  }

  /// The states in which the predicate holds; kept for the life of the space.
  int of(Predicate predicate) {
    Integer made = known.get(predicate);
    if (made == null) {
      made = diagrams.keep(made(predicate));
      known.put(predicate, made);
    }
    return made;
  }

  /// Large parts recur in the guards of many moves, as the same objects.
  private int inner(Predicate part) {
    return switch (part) {
      case Predicate.Fixed _ -> made(part);
      case Predicate.Among(var variable, var values) when values.size() == 1 ->
          is(variable, values.first());
      case Predicate.Among _, Predicate.All _, Predicate.Any _, Predicate.Not _ -> of(part);
    };
  }

  private int made(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Fixed(var holds) -> holds ? Diagrams.EVERYTHING : Diagrams.NOTHING;
      case Predicate.Among(var variable, var values) -> {
        int any = Diagrams.NOTHING;
        for (int value : values) {
          any = diagrams.or(any, is(variable, value));
        }
        yield any;
      }
      case Predicate.All(var parts) -> {
        int all = Diagrams.EVERYTHING;
        for (Predicate part : parts) {
          all = diagrams.and(all, inner(part));
        }
        yield all;
      }
      case Predicate.Any(var parts) -> {
        int any = Diagrams.NOTHING;
        for (Predicate part : parts) {
          any = diagrams.or(any, inner(part));
        }
        yield any;
      }
      case Predicate.Not(var part) -> diagrams.not(inner(part));
    };
  }

  /// The states in which the variable has the value.
  int is(Variable variable, int value) {
    int[] made = ofValues.computeIfAbsent(variable, one -> new int[one.size()]);
    if (made[value] == Diagrams.NOTHING) {
      int first = first(variable);
      int all = Diagrams.EVERYTHING;
      for (int bit = width(variable) - 1; bit >= 0; bit--) {
        all = diagrams.and(all, diagrams.bit(first + bit, (value >> bit & 1) == 1));
      }
      made[value] = diagrams.keep(all);
    }
    return made[value];
  }

  /// The states that these assignments make.
  int made(List<Assignment> updates) {
    int all = Diagrams.EVERYTHING;
    for (Assignment update : updates) {
      all = diagrams.and(all, is(update.variable(), update.value()));
    }
    return all;
  }

  /// The bits of what is assigned.
  int cube(List<Assignment> updates) {
    int all = Diagrams.EVERYTHING;
    for (Assignment update : updates) {
      int first = first(update.variable());
      for (int bit = width(update.variable()) - 1; bit >= 0; bit--) {
        all = diagrams.and(all, diagrams.bit(first + bit, true));
      }
    }
    return all;
  }

  /// Every state, each variable having one of its values.
  int valid() {
    int all = Diagrams.EVERYTHING;
    for (Variable variable : variables) {
      if (Integer.bitCount(variable.size()) > 1) {
        int any = Diagrams.NOTHING;
        for (int value = 0; value < variable.size(); value++) {
          any = diagrams.or(any, is(variable, value));
        }
        all = diagrams.and(all, any);
      }
    }
    return all;
  }

  /// One state of a set that is not empty: a usual one as far as that goes, or for more variety one
  /// by lot.
  State one(int set, Lot lot) {
    boolean[] bits = usualBits();
    int at = set;
    while (at != Diagrams.EVERYTHING) {
      int low = diagrams.without(at);
      int high = diagrams.with(at);
      int bit = diagrams.topBit(at);
      boolean wanted = bits[bit] != lot.isOdd();
      boolean up = low == Diagrams.NOTHING || (high != Diagrams.NOTHING && wanted);
      bits[bit] = up;
      at = up ? high : low;
    }
    Map<Variable, Integer> values = new HashMap<>();
    for (Variable variable : variables) {
      int value = 0;
      for (int bit = 0; bit < width(variable); bit++) {
        value |= bits[first(variable) + bit] ? 1 << bit : 0;
      }
      values.put(variable, value);
    }
    return new State(values);
  }

  private boolean[] usualBits() {
    boolean[] bits = new boolean[bits()];
    for (Variable variable : variables) {
      for (int bit = 0; bit < width(variable); bit++) {
        bits[first(variable) + bit] = (variable.usual() >> bit & 1) == 1;
      }
    }
    return bits;
  }

  /// The set that has this state alone.
  int only(State state) {
    int all = Diagrams.EVERYTHING;
    for (Variable variable : variables.reversed()) {
      all = diagrams.and(all, is(variable, state.value(variable)));
    }
    return all;
  }

  /// The state as bits.
  boolean[] bits(State state) {
    boolean[] bits = new boolean[bits()];
    for (Variable variable : variables) {
      put(variable, state.value(variable), bits);
    }
    return bits;
  }

  private void put(Variable variable, int value, boolean[] bits) {
    int first = first(variable);
    for (int bit = 0; bit < width(variable); bit++) {
      bits[first + bit] = (value >> bit & 1) == 1;
    }
  }

  /// Makes the move in a state of bits.
  void make(Move<?> move, boolean[] bits) {
    move.updates().forEach(update -> put(update.variable(), update.value(), bits));
  }

  /// Whether the state of these bits is one of the set.
  boolean has(int set, boolean[] bits) {
    int at = set;
    while (at > Diagrams.EVERYTHING) {
      at = bits[diagrams.topBit(at)] ? diagrams.with(at) : diagrams.without(at);
    }
    return at == Diagrams.EVERYTHING;
  }

  private int first(Variable variable) {
    Integer first = firstBit.get(variable);
    if (first == null) {
      throw new IllegalArgumentException("no variable " + variable.name() + " in this space");
    }
    return first;
  }
}
