package dev.interlock.verifier.prove.diagram;

import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdd.bdd.BDD;

/// The same sets of states on another package of diagrams, with one bit for each value of a
/// variable, so that not even the encoding is the same.
final class JddEngine<L> {
  private final BDD bdd = new BDD(50_000, 20_000);
  private final Map<Variable, int[]> bits = new HashMap<>();
  private final int reached;

  JddEngine(Machine<L> machine) {
    for (Variable variable : machine.variables()) {
      int[] its = new int[variable.size()];
      for (int value = 0; value < its.length; value++) {
        its[value] = bdd.createVar();
      }
      bits.put(variable, its);
    }
    int all = kept(bdd.and(valid(machine.variables()), kept(of(machine.initial()))));
    List<Way> ways = machine.moves().stream().map(this::way).toList();
    boolean more = true;
    while (more) {
      more = false;
      for (Way way : ways) {
        int able = kept(bdd.and(all, way.guard));
        int free = kept(bdd.exists(able, way.cube));
        int image = kept(bdd.and(free, way.made));
        int grown = kept(bdd.or(all, image));
        bdd.deref(able);
        bdd.deref(free);
        bdd.deref(image);
        more = more || grown != all;
        bdd.deref(all);
        all = grown;
      }
    }
    this.reached = all;
  }

  private record Way(int guard, int cube, int made) {}

  private int kept(int set) {
    return bdd.ref(set);
  }

  private Way way(Move<L> move) {
    int cube = bdd.getOne();
    int made = bdd.getOne();
    for (Assignment update : move.updates()) {
      for (int bit : bits(update.variable())) {
        cube = kept(bdd.and(cube, bit));
      }
      made = kept(bdd.and(made, is(update.variable(), update.value())));
    }
    return new Way(kept(of(move.guard())), cube, made);
  }

  private int valid(List<Variable> variables) {
    int all = bdd.getOne();
    for (Variable variable : variables) {
      int any = bdd.getZero();
      for (int value = 0; value < variable.size(); value++) {
        any = kept(bdd.or(any, is(variable, value)));
      }
      all = kept(bdd.and(all, any));
    }
    return all;
  }

  private int[] bits(Variable variable) {
    return bits.getOrDefault(variable, new int[0]);
  }

  /// This bit, and none of the others.
  private int is(Variable variable, int wanted) {
    int[] its = bits(variable);
    int all = bdd.getOne();
    for (int value = its.length - 1; value >= 0; value--) {
      all = kept(bdd.and(all, value == wanted ? its[value] : kept(bdd.not(its[value]))));
    }
    return all;
  }

  private int of(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Fixed(var holds) -> holds ? bdd.getOne() : bdd.getZero();
      case Predicate.Among(var variable, var values) -> {
        int any = bdd.getZero();
        for (int value : values) {
          any = kept(bdd.or(any, is(variable, value)));
        }
        yield any;
      }
      case Predicate.All(var parts) -> {
        int all = bdd.getOne();
        for (Predicate part : parts) {
          all = kept(bdd.and(all, kept(of(part))));
        }
        yield all;
      }
      case Predicate.Any(var parts) -> {
        int any = bdd.getZero();
        for (Predicate part : parts) {
          any = kept(bdd.or(any, kept(of(part))));
        }
        yield any;
      }
      case Predicate.Not(var part) -> kept(bdd.not(kept(of(part))));
    };
  }

  /// How many states can come about, as far as a floating number tells.
  double size() {
    return bdd.satCount(reached);
  }

  boolean canBe(Predicate predicate) {
    return bdd.and(reached, kept(of(predicate))) != bdd.getZero();
  }
}
