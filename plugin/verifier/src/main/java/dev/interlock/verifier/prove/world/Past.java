package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Reentry;
import dev.interlock.simulation.Changeover;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.walk.Conditioned;
import dev.interlock.verifier.walk.Guards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// When runs of one contract ended, as far as anybody asks: last at all, and last by each exit that
/// somebody names. A later end by another exit does not make an earlier one undone.
record Past(List<Track> tracks) {
  private static final int NEVER = 0;

  /// The past of the contract, if its own re-entry or a condition asks for it.
  static Optional<Past> of(Contract contract, List<Contract> readers, Changeover changeover) {
    Map<Optional<ExitName>, NavigableSet<Duration>> asked = new LinkedHashMap<>();
    readers.stream()
        .flatMap(Conditioned::in)
        .flatMap(one -> Guards.questions(one.condition()))
        .forEach(question -> {
          if (question instanceof Condition.RanBefore(var its, var within, var exit)
              && changeover.isOne(its, contract.id())) {
            spans(asked, exit).addAll(within.stream().toList());
          }
        });
    switch (contract.reentry()) {
      case Reentry.AfterExit _ -> {}
      case Reentry.Never _ -> spans(asked, Optional.empty());
      case Reentry.After(var span) -> spans(asked, Optional.empty()).add(span);
    }
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    List<Track> tracks = new ArrayList<>();
    asked.forEach((exit, spans) -> tracks.add(Track.of(contract, exit, List.copyOf(spans))));
    return Optional.of(new Past(tracks));
  }

  private static NavigableSet<Duration> spans(
      Map<Optional<ExitName>, NavigableSet<Duration>> asked, Optional<ExitName> exit) {
    return asked.computeIfAbsent(exit, _ -> new TreeSet<>());
  }

  /// The last end by one exit, or by any.
  ///
  /// @param spans the spans that somebody asks for, the shortest first
  record Track(Variable variable, Optional<ExitName> exit, List<Duration> spans) {
    private static Track of(Contract contract, Optional<ExitName> exit, List<Duration> spans) {
      List<String> words = new ArrayList<>(List.of("never"));
      for (int age = 0; age <= spans.size(); age++) {
        words.add("ended " + age);
      }
      String by = exit.map(name -> " by " + name).orElse("");
      return new Track(new Variable(contract.id() + " ended" + by, words), exit, spans);
    }

    private static int value(int age) {
      return NEVER + 1 + age;
    }

    boolean isBy(ExitName ended) {
      return exit.map(ended::equals).orElse(true);
    }

    /// The value once so much time has passed since a run ended by the exit.
    int value(Duration since) {
      return value((int) spans.stream().filter(span -> span.compareTo(since) <= 0).count());
    }

    private Predicate ran(Optional<Duration> within) {
      int oldest = within.map(spans::indexOf).orElse(spans.size());
      return Predicate.among(variable, value -> value != NEVER && value <= value(oldest));
    }

    private Stream<Move<Event>> ageing() {
      List<Move<Event>> moves = new ArrayList<>();
      for (int age = 0; age < spans.size(); age++) {
        moves.add(
            new Move<>(
                new Event.TimePasses(spans.get(age)),
                variable.is(value(age)),
                List.of(variable.becomes(value(age + 1)))));
      }
      return moves.stream();
    }
  }

  Stream<Variable> variables() {
    return tracks.stream().map(Track::variable);
  }

  /// Where no run has ended yet.
  Predicate opening() {
    return Predicate.all(tracks.stream().map(track -> track.variable().is(NEVER)).toList());
  }

  /// Where a run has ended by the exit, or by any, no longer ago than that.
  Predicate ran(Optional<Duration> within, Optional<ExitName> exit) {
    return tracks.stream()
        .filter(track -> track.exit().equals(exit))
        .findFirst()
        .map(track -> track.ran(within))
        .orElseGet(Predicate::never);
  }

  List<Assignment> endedBy(ExitName exit) {
    return tracks.stream()
        .filter(track -> track.isBy(exit))
        .map(track -> track.variable().becomes(Track.value(0)))
        .toList();
  }

  /// Time that makes what ended older.
  Stream<Move<Event>> ageing() {
    return tracks.stream().flatMap(Track::ageing);
  }
}
