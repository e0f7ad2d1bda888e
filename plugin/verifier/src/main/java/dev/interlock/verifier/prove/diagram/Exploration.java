package dev.interlock.verifier.prove.diagram;

import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.State;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that can happen in a machine, explored as sets of states.
///
/// Whether something can be is answered from the set of all reachable states, which is found by
/// applying one move after the other until nothing new comes (chaining). How it can be is answered
/// by a shortest way, for which the states are found once more in rings, the k-th holding what
/// takes at most k moves; that is slower and only done where a way is asked for.
///
/// For one thread.
///
/// Throws [OutOfBudget] wherever the task outgrows its budget; each way that is asked for has the
/// time of a whole budget, and what was found for earlier ones is not looked for again.
public final class Exploration<L> {
  private final List<Way<L>> ways = new ArrayList<>();
  private final List<Step> steps;
  private final Space space;
  private final Clock clock;
  private final int initial;
  private int reached = -1;
  private List<Integer> rings = List.of();

  public Exploration(Machine<L> machine, Budget budget) {
    this.clock = new Clock(budget);
    this.space = new Space(machine.variables(), budget.nodes());
    Diagrams diagrams = space.diagrams;
    this.initial = diagrams.keep(diagrams.and(space.valid(), space.of(machine.initial())));
    for (Move<L> move : machine.moves()) {
      int guard = space.of(move.guard());
      if (guard != Diagrams.NOTHING) {
        int cube = diagrams.keep(space.cube(move.updates()));
        ways.add(new Way<>(move, guard, cube, diagrams.keep(space.made(move.updates()))));
      }
      diagrams.sweep();
    }
    this.steps = steps(ways);
  }

  /// A move as diagrams.
  private record Way<L>(Move<L> move, int guard, int cube, int made) {}

  /// All moves that come to the same: where one of them can be made, and what it changes.
  private record Step(int guard, Change change) {}

  private record Change(int cube, int made) {}

  /// In a large set many contracts write the same. Whoever asks what can come about need not ask
  /// each of them.
  private List<Step> steps(List<Way<L>> of) {
    Map<Change, Integer> guards = new LinkedHashMap<>();
    for (Way<L> way : of) {
      guards.merge(new Change(way.cube(), way.made()), way.guard(), space.diagrams::or);
    }
    List<Step> all = new ArrayList<>();
    guards.forEach((change, guard) -> all.add(new Step(space.diagrams.keep(guard), change)));
    space.diagrams.sweep();
    return List.copyOf(all);
  }

  /// Whether a state can come about in which this holds.
  public boolean canBe(Predicate predicate) {
    boolean can = diagrams().and(reached(), space.of(predicate)) != Diagrams.NOTHING;
    diagrams().sweep();
    return can;
  }

  /// How many states can come about.
  public BigInteger size() {
    return new Counting(space).of(reached());
  }

  private Diagrams diagrams() {
    return space.diagrams;
  }

  private int reached() {
    if (reached < 0) {
      reached = closure(initial, steps);
    }
    return reached;
  }

  /// Everything to which these moves lead from there, what is there included; kept.
  private int closure(int from, List<Step> by) {
    Diagrams diagrams = diagrams();
    int all = diagrams.keep(from);
    boolean more = true;
    while (more) {
      more = false;
      for (Step step : by) {
        int grown = diagrams.or(all, image(all, step));
        if (grown != all) {
          diagrams.keep(grown);
          diagrams.drop(all);
          all = grown;
          more = true;
        }
        tidy();
      }
    }
    return all;
  }

  private void tidy() {
    diagrams().sweep();
    clock.check();
  }

  private int image(int from, Step step) {
    Diagrams diagrams = diagrams();
    return diagrams.and(
        diagrams.andExists(from, step.guard(), step.change().cube()), step.change().made());
  }

  private int before(int after, Way<L> way) {
    Diagrams diagrams = diagrams();
    return diagrams.and(diagrams.andExists(after, way.made(), way.cube()), way.guard());
  }

  /// A shortest way to a state in which the goal holds, if there is one; among the shortest, the
  /// one that the lot chooses.
  public Optional<Course<L>> way(Predicate goal, Lot lot) {
    clock.restart();
    return wayInto(space.of(goal), lot);
  }

  private Optional<Course<L>> wayInto(int wanted, Lot lot) {
    Diagrams diagrams = diagrams();
    int ring = 0;
    while (ring < rings.size() || addRing()) {
      int hit = diagrams.and(rings.get(ring), wanted);
      if (hit != Diagrams.NOTHING) {
        return Optional.of(back(ring, space.one(hit, lot), lot));
      }
      diagrams.sweep();
      ring++;
    }
    return Optional.empty();
  }

  /// One more ring around the last: all that takes one move more at most. What it takes less for
  /// stays inside, because diagrams of whole discs are much smaller than those of their rims; a
  /// shortest way is the same by both.
  private boolean addRing() {
    Diagrams diagrams = diagrams();
    if (rings.isEmpty()) {
      rings = new ArrayList<>(List.of(initial));
      return initial != Diagrams.NOTHING;
    }
    int last = rings.getLast();
    int next = diagrams.keep(last);
    for (Step step : steps) {
      int grown = diagrams.keep(diagrams.or(next, image(last, step)));
      diagrams.drop(next);
      next = grown;
      tidy();
    }
    if (next == last) {
      diagrams.drop(next);
      return false;
    }
    rings.add(next);
    return true;
  }

  private Course<L> back(int ring, State last, Lot lot) {
    Diagrams diagrams = diagrams();
    List<Course.Stage<L>> moves = new ArrayList<>();
    State state = last;
    for (int at = ring; at > 0; at--) {
      int here = space.only(state);
      for (Way<L> way : lot.ordered(ways)) {
        int from = diagrams.and(rings.get(at - 1), before(here, way));
        if (from != Diagrams.NOTHING) {
          moves.add(new Course.Stage<>(way.move(), state));
          state = space.one(from, lot);
          break;
        }
      }
      diagrams.sweep();
    }
    return new Course<>(state, moves.reversed());
  }

  /// Whether there is a state, among those that can come about, from which such moves can be made
  /// for ever in a way that makes one of the counted moves again and again.
  ///
  /// @param inner the moves that may be made
  /// @param counted the ones that have to come again and again
  public boolean canGoOnForEver(
      java.util.function.Predicate<L> inner, java.util.function.Predicate<L> counted) {
    int endless = endless(inner, counted);
    diagrams().drop(endless);
    return endless != Diagrams.NOTHING;
  }

  /// A shortest way to such a state.
  public Optional<Course<L>> wayIntoForever(
      java.util.function.Predicate<L> inner, java.util.function.Predicate<L> counted, Lot lot) {
    int endless = endless(inner, counted);
    Optional<Course<L>> way =
        endless == Diagrams.NOTHING ? Optional.empty() : wayInto(endless, lot);
    diagrams().drop(endless);
    return way;
  }

  /// Those states; kept. The largest set from whose every state a counted move leads back into it,
  /// after some inner moves.
  private int endless(
      java.util.function.Predicate<L> inner, java.util.function.Predicate<L> counted) {
    Diagrams diagrams = diagrams();
    List<Way<L>> allowed = ways.stream().filter(way -> inner.test(way.move().what())).toList();
    List<Way<L>> marked = allowed.stream().filter(way -> counted.test(way.move().what())).toList();
    int left = diagrams.keep(reached());
    while (true) {
      int again = Diagrams.NOTHING;
      for (Way<L> way : marked) {
        again = diagrams.or(again, before(left, way));
      }
      int able = diagrams.keep(diagrams.and(left, again));
      int can = backward(able, allowed, left);
      diagrams.drop(able);
      diagrams.drop(left);
      if (can == left) {
        diagrams.sweep();
        return can;
      }
      left = can;
      tidy();
    }
  }

  /// Everything within the bounds from which these moves lead there; kept.
  private int backward(int there, List<Way<L>> by, int within) {
    Diagrams diagrams = diagrams();
    int all = diagrams.keep(there);
    boolean more = true;
    while (more) {
      more = false;
      for (Way<L> way : by) {
        int grown = diagrams.or(all, diagrams.and(within, before(all, way)));
        if (grown != all) {
          diagrams.keep(grown);
          diagrams.drop(all);
          all = grown;
          more = true;
        }
        tidy();
      }
    }
    return all;
  }

  /// Processor time of the thread.
  private static final class Clock {
    private final Budget budget;
    private long end;

    Clock(Budget budget) {
      this.budget = budget;
      restart();
    }

    void restart() {
      end = now() + budget.time().toNanos();
    }

    private static long now() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    void check() {
      if (now() > end) {
        throw new OutOfBudget("more than " + budget.time().toSeconds() + " s");
      }
    }
  }
}
