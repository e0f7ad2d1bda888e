package dev.interlock.verifier.prove.diagram;

import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// Everything that can happen in a machine, explored as sets of states.
///
/// Whether something can be is answered from the set of all reachable states, which is found by
/// applying one move after the other until nothing new comes (chaining). How it can be is answered
/// by a shortest way as long as those together cost a share of what the exploration did, and by a
/// way through what chaining left behind where they would cost more.
///
/// For one thread.
///
/// Throws [OutOfBudget] wherever the task outgrows what it may use.
public final class Exploration<L> implements AutoCloseable {
  /// So much looking for shortest ways is always allowed: a moment, whatever the exploration took.
  private static final long FEW_ANSWERS = 1_000_000;

  /// And besides one in so many of the answers that the exploration took.
  private static final long SHARE = 4;

  private final Space space;
  private final Allowance allowance;
  private final Moves<L> moves;
  private final int initial;
  private final long mostAnswers;
  private Optional<Reached<L>> reached = Optional.empty();

  /// What can come about, and what ways into it are looked for in.
  private record Reached<L>(int all, Rings<L> rings, Descent<L> descent) {}

  public Exploration(Machine<L> machine, Budget budget) {
    this(machine, new Allowance(budget));
  }

  /// An exploration that shares what it may use with others of its task.
  public Exploration(Machine<L> machine, Allowance allowance) {
    this(machine, allowance, FEW_ANSWERS);
  }

  /// @param fewAnswers how much may be computed for shortest ways, whatever the exploration took
  Exploration(Machine<L> machine, Allowance allowance, long fewAnswers) {
    this.allowance = allowance;
    this.mostAnswers = fewAnswers;
    this.space = new Space(machine.variables(), allowance);
    Diagrams diagrams = space.diagrams;
    this.initial = diagrams.keep(diagrams.and(space.valid(), space.of(machine.initial())));
    this.moves = new Moves<>(space, machine.moves());
  }

  /// Gives back what the exploration took, when nothing is asked of it any more.
  @Override
  public void close() {
    space.diagrams.close();
  }

  /// Takes no more than what is needed to answer further questions, while others of the task work.
  public void rest() {
    diagrams().clear();
  }

  /// Whether a state can come about in which this holds.
  public boolean canBe(Predicate predicate) {
    return canBe(space.of(predicate));
  }

  private boolean canBe(int wanted) {
    boolean can = diagrams().and(all(), wanted) != Diagrams.NOTHING;
    diagrams().sweep();
    return can;
  }

  /// How many states can come about.
  public BigInteger size() {
    return new Counting(space).of(all());
  }

  private Diagrams diagrams() {
    return space.diagrams;
  }

  private int all() {
    return reached().all();
  }

  private Reached<L> reached() {
    if (reached.isEmpty()) {
      Levels levels = new Levels(diagrams(), initial);
      long before = allowance.answers();
      int all = closure(levels);
      long most =
          mostAnswers == 0 ? 0 : Math.max(mostAnswers, (allowance.answers() - before) / SHARE);
      reached =
          Optional.of(
              new Reached<>(
                  all,
                  new Rings<>(space, moves, initial, allowance, most),
                  new Descent<>(space, moves, levels, allowance)));
    }
    return reached.get();
  }

  /// Everything to which the moves lead from the beginning, itself included; kept.
  private int closure(Levels levels) {
    Diagrams diagrams = diagrams();
    int all = diagrams.keep(initial);
    boolean more = true;
    while (more) {
      more = false;
      for (Moves.Step step : moves.steps()) {
        int grown = diagrams.or(all, moves.after(all, step));
        if (grown != all) {
          diagrams.keep(grown);
          diagrams.drop(all);
          all = grown;
          levels.add(all);
          more = true;
        }
        tidy();
      }
    }
    levels.end(all);
    return all;
  }

  private void tidy() {
    diagrams().sweep();
    allowance.checkTime();
  }

  /// A way to a state in which the goal holds, if there is one: of ways that are as short the one
  /// that the lot chooses. It is a shortest one, or where those are too costly to find, one without
  /// a move that it could do without.
  public Optional<Course<L>> way(Predicate goal, Lot lot) {
    return wayInto(space.of(goal), lot);
  }

  private Optional<Course<L>> wayInto(int wanted, Lot lot) {
    allowance.checkTime();
    if (!canBe(wanted)) {
      return Optional.empty();
    }
    return reached().rings().way(wanted, lot).or(() -> Optional.of(wayDown(wanted, lot)));
  }

  private Course<L> wayDown(int wanted, Lot lot) {
    Course<L> way = reached().descent().way(wanted, lot);
    Course<L> trimmed = new Trimming<>(space, moves, initial, wanted).of(way, lot);
    diagrams().sweep();
    return trimmed;
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

  /// A way to such a state.
  public Optional<Course<L>> wayIntoForever(
      java.util.function.Predicate<L> inner, java.util.function.Predicate<L> counted, Lot lot) {
    int endless = endless(inner, counted);
    Optional<Course<L>> way = wayInto(endless, lot);
    diagrams().drop(endless);
    return way;
  }

  /// Those states; kept. The largest set from whose every state a counted move leads back into it,
  /// after some inner moves.
  private int endless(
      java.util.function.Predicate<L> inner, java.util.function.Predicate<L> counted) {
    Diagrams diagrams = diagrams();
    List<Way<L>> allowed =
        moves.ways().stream().filter(way -> inner.test(way.move().what())).toList();
    List<Way<L>> marked = allowed.stream().filter(way -> counted.test(way.move().what())).toList();
    int left = diagrams.keep(all());
    while (true) {
      int again = Diagrams.NOTHING;
      for (Way<L> way : marked) {
        again = diagrams.or(again, moves.before(left, way));
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
        int grown = diagrams.or(all, diagrams.and(within, moves.before(all, way)));
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
}
