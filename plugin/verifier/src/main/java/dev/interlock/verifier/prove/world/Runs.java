package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Reentry;
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

/// What contracts know of each other's runs: who is inside, who holds which lane, who waits to be
/// admitted, and what ended how long ago.
public final class Runs {
  private static final int NEVER = 0;

  private final List<Seat> seats;
  private final List<Contract> outside;
  private final Map<ContractId, Variable> pending = new LinkedHashMap<>();
  private final Map<ContractId, Past> past = new LinkedHashMap<>();

  Runs(List<Seat> seats, List<Contract> outside) {
    this.seats = seats;
    this.outside = outside;
    List<Contract> all = Stream.concat(contracts(), outside.stream()).distinct().toList();
    for (Contract contract : contracts().distinct().toList()) {
      pending.put(contract.id(), Variable.flag(contract.id() + " is asked in"));
      Past.of(contract, all).ifPresent(one -> past.put(contract.id(), one));
    }
  }

  private Stream<Contract> contracts() {
    return seats.stream().map(Seat::contract);
  }

  /// Whether somebody waits to be admitted; decided before anything else happens.
  Variable pending(ContractId contract) {
    Variable variable = pending.get(contract);
    if (variable == null) {
      throw new IllegalArgumentException(contract + " is not studied");
    }
    return variable;
  }

  boolean isStudied(ContractId contract) {
    return pending.containsKey(contract);
  }

  /// The variables of runs besides those of the seats.
  Stream<Variable> variables() {
    return Stream.concat(pending.values().stream(), past.values().stream().map(Past::variable));
  }

  Predicate opening() {
    return Predicate.all(
        Stream.concat(
                pending.values().stream().map(one -> one.is(Values.NO)),
                past.values().stream().map(one -> one.variable().is(NEVER)))
            .toList());
  }

  Predicate anyUnderWay(ContractId contract, Seat asking) {
    return Predicate.any(
        seats.stream()
            .filter(seat -> seat.id().equals(contract) && seat != asking)
            .map(seat -> seat.isIdle().not())
            .toList());
  }

  Predicate heldByAnother(LaneName lane, Seat asking) {
    Predicate studied =
        Predicate.any(
            seats.stream()
                .filter(seat -> seat != asking && seat.lane().filter(lane::equals).isPresent())
                .map(Seat::isInside)
                .toList());
    return studied;
  }

  /// Whether no run under study holds the lane that a run of the contract outside would need.
  Predicate laneIsFree(ContractId contract) {
    return outside.stream()
        .filter(one -> one.id().equals(contract))
        .findFirst()
        .map(this::laneIsFree)
        .orElse(Predicate.always());
  }

  Predicate laneIsFree(Contract contract) {
    return contract.lane() instanceof LaneClaim.InLane(var lane, _, _, _)
        ? Predicate.any(
                seats.stream()
                    .filter(seat -> seat.lane().filter(lane::equals).isPresent())
                    .map(Seat::isInside)
                    .toList())
            .not()
        : Predicate.always();
  }

  /// Whether a contract outside the study could hold the lane.
  boolean isAlsoOutside(LaneName lane) {
    return outside.stream()
        .anyMatch(contract ->
            contract.lane() instanceof LaneClaim.InLane(var its, _, _, _) && its.equals(lane));
  }

  /// Whether the contract's own words on re-entry let another run begin.
  Predicate mayEnterAgain(Contract contract) {
    Past ran = past.get(contract.id());
    if (ran == null) {
      return Predicate.always();
    }
    return switch (contract.reentry()) {
      case Reentry.AfterExit _ -> Predicate.always();
      case Reentry.Never _ -> ran.variable().is(NEVER);
      case Reentry.After(var span) -> ran.within(span, Optional.empty()).not();
    };
  }

  Predicate ranBefore(ContractId contract, Optional<Duration> within, Optional<ExitName> exit) {
    Past ran = past.get(contract);
    if (ran == null) {
      return Predicate.never();
    }
    return within.map(span -> ran.within(span, exit)).orElseGet(() -> ran.ever(exit));
  }

  /// What the records say once a run has ended.
  List<Assignment> ended(ContractId contract, ExitName exit) {
    return Optional.ofNullable(past.get(contract))
        .map(ran -> List.of(ran.endedBy(exit)))
        .orElse(List.of());
  }

  /// Time that makes what ended older.
  List<Move<Event>> ageing() {
    return past.values().stream().flatMap(Past::ageing).toList();
  }

  /// When runs of one contract ended last, and how, as far as anybody asks.
  ///
  /// @param exits the exits that somebody asks for; every other one counts as the same
  /// @param spans the spans that somebody asks for
  private record Past(Variable variable, List<ExitName> exits, List<Duration> spans) {

    static Optional<Past> of(Contract contract, List<Contract> readers) {
      NavigableSet<ExitName> exits = new TreeSet<>(java.util.Comparator.comparing(ExitName::text));
      NavigableSet<Duration> spans = new TreeSet<>();
      List<Condition.RanBefore> asked =
          readers.stream()
              .flatMap(Conditioned::in)
              .flatMap(one -> Guards.questions(one.condition()))
              .filter(Condition.RanBefore.class::isInstance)
              .map(Condition.RanBefore.class::cast)
              .filter(one -> one.contract().equals(contract.id()))
              .toList();
      asked.forEach(one -> {
        one.exit().ifPresent(exits::add);
        one.within().ifPresent(spans::add);
      });
      boolean matters =
          switch (contract.reentry()) {
            case Reentry.AfterExit _ -> !asked.isEmpty();
            case Reentry.Never _ -> true;
            case Reentry.After(var span) -> {
              spans.add(span);
              yield true;
            }
          };
      if (!matters) {
        return Optional.empty();
      }
      List<String> words = new ArrayList<>(List.of("never"));
      for (int exit = 0; exit <= exits.size(); exit++) {
        for (int age = 0; age <= spans.size(); age++) {
          words.add("ended " + exit + " " + age);
        }
      }
      return Optional.of(
          new Past(
              new Variable(contract.id() + " ran", words), List.copyOf(exits), List.copyOf(spans)));
    }

    private int ages() {
      return spans.size() + 1;
    }

    private int value(int exit, int age) {
      return 1 + exit * ages() + age;
    }

    private int exitOf(int value) {
      return (value - 1) / ages();
    }

    private int ageOf(int value) {
      return (value - 1) % ages();
    }

    private boolean isBy(int value, Optional<ExitName> exit) {
      return exit.map(name -> exits.indexOf(name) == exitOf(value)).orElse(true);
    }

    Predicate ever(Optional<ExitName> exit) {
      return Predicate.among(variable, value -> value != NEVER && isBy(value, exit));
    }

    Predicate within(Duration span, Optional<ExitName> exit) {
      int last = spans.indexOf(span);
      return Predicate.among(
          variable, value -> value != NEVER && isBy(value, exit) && ageOf(value) <= last);
    }

    Assignment endedBy(ExitName exit) {
      int index = exits.indexOf(exit);
      return variable.becomes(value(index < 0 ? exits.size() : index, 0));
    }

    Stream<Move<Event>> ageing() {
      List<Move<Event>> moves = new ArrayList<>();
      for (int exit = 0; exit <= exits.size(); exit++) {
        for (int age = 0; age < spans.size(); age++) {
          moves.add(
              new Move<>(
                  new Event.TimePasses(spans.get(age)),
                  variable.is(value(exit, age)),
                  List.of(variable.becomes(value(exit, age + 1)))));
        }
      }
      return moves.stream();
    }
  }
}
