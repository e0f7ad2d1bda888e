package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.RunKey;
import dev.interlock.simulation.Changeover;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What contracts know of each other's runs: who is inside, who holds which lane, who waits to be
/// admitted, and what ended how long ago.
public final class Runs {
  private final List<Seat> seats;
  private final List<Contract> outside;
  private final Changeover changeover;
  private final Map<ContractId, Variable> pending = new LinkedHashMap<>();
  private final Map<ContractId, Past> past = new LinkedHashMap<>();

  Runs(List<Seat> seats, List<Contract> outside, Changeover changeover) {
    this.seats = seats;
    this.changeover = changeover;
    this.outside = outside;
    List<Contract> studied =
        seats.stream().filter(seat -> seat.number() == 1).map(Seat::contract).toList();
    for (Contract contract : studied) {
      pending.put(contract.id(), Variable.flag(contract.id() + " is asked in"));
      Past.of(contract, studied, changeover).ifPresent(one -> past.put(contract.id(), one));
    }
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

  /// Whether a version of the contract is studied.
  boolean isAnyStudied(ContractId contract) {
    return pending.keySet().stream().anyMatch(one -> changeover.isOne(one, contract));
  }

  /// Who waits to be admitted.
  Collection<Variable> asked() {
    return pending.values();
  }

  /// What is known of runs that have ended.
  Stream<Variable> remembered() {
    return past.values().stream().flatMap(Past::variables);
  }

  Predicate opening() {
    return Predicate.all(
        Stream.concat(
                pending.values().stream().map(one -> one.is(Values.NO)),
                past.values().stream().map(Past::opening))
            .toList());
  }

  Predicate anyUnderWay(ContractId contract, Seat asking) {
    return Predicate.any(
        seats.stream()
            .filter(seat -> changeover.isOne(seat.id(), contract) && seat != asking)
            .map(seat -> seat.isIdle().not())
            .toList());
  }

  /// Whether a run under study holds the lane, other than the one that asks.
  Predicate heldByAnother(LaneName lane, Seat asking) {
    return held(lane, seat -> seat != asking);
  }

  /// Whether a run under study holds the lane.
  Predicate isHeld(LaneName lane) {
    return held(lane, _ -> true);
  }

  private Predicate held(LaneName lane, java.util.function.Predicate<Seat> by) {
    return Predicate.any(
        seats.stream()
            .filter(by)
            .filter(seat -> seat.lane().filter(lane::equals).isPresent())
            .map(Seat::isInside)
            .toList());
  }

  /// Whether a run of the contract outside may be under way. Whoever waits in turn is, also while a
  /// run under study holds the lane.
  Predicate mayBeUnderWay(ContractId contract) {
    List<Predicate> any =
        outside.stream()
            .filter(one -> changeover.isOne(one.id(), contract))
            .map(one -> waitsInTurn(one) ? noOtherVersionRuns(one) : laneIsFree(one))
            .toList();
    return any.isEmpty() ? Predicate.always() : Predicate.any(any);
  }

  static boolean waitsInTurn(Contract contract) {
    return contract.lane() instanceof LaneClaim.InLane(_, WhenOccupied.Queue _, _, _);
  }

  /// Whether no run under study holds the lane that a run of the contract outside would need.
  Predicate laneIsFree(Contract contract) {
    Predicate free =
        contract.lane() instanceof LaneClaim.InLane(var lane, _, _, _)
            ? isHeld(lane).not()
            : Predicate.always();
    return free.and(noOtherVersionRuns(contract));
  }

  /// Where no run under study is one for which another version of its contract does not begin.
  private Predicate noOtherVersionRuns(Contract contract) {
    List<Predicate> running =
        seats.stream()
            .filter(seat -> !seat.id().equals(contract.id()))
            .filter(seat -> changeover.isOne(seat.id(), contract.id()))
            .filter(seat -> excludeEachOther(seat.contract(), contract))
            .map(seat -> seat.isIdle().not())
            .toList();
    return running.isEmpty() ? Predicate.always() : Predicate.any(running).not();
  }

  /// Whether of two versions of one contract only one runs for a contact: of both a run is about
  /// the contact, so that the door finds the other one running.
  static boolean excludeEachOther(Contract one, Contract other) {
    return one.key() == RunKey.CONTACT && other.key() == RunKey.CONTACT;
  }

  /// Whether a run of the contract may be under way that the study has no seat for.
  boolean isAlsoOutside(ContractId contract) {
    return outside.stream().anyMatch(one -> changeover.isOne(one.id(), contract));
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
      case Reentry.Never _ -> ran.ran(Optional.empty(), Optional.empty()).not();
      case Reentry.After(var span) -> ran.ran(Optional.of(span), Optional.empty()).not();
    };
  }

  Predicate ranBefore(ContractId contract, Optional<Duration> within, Optional<ExitName> exit) {
    // what is remembered of one version is remembered of all
    return past.entrySet().stream()
        .filter(entry -> changeover.isOne(entry.getKey(), contract))
        .map(entry -> entry.getValue().ran(within, exit))
        .findFirst()
        .orElseGet(Predicate::never);
  }

  /// What is remembered of the contract's ended runs, if anybody asks.
  Optional<Past> past(ContractId contract) {
    return Optional.ofNullable(past.get(contract));
  }

  /// What the records say once a run has ended.
  List<Assignment> ended(ContractId contract, ExitName exit) {
    return past.entrySet().stream()
        .filter(entry -> changeover.isOne(entry.getKey(), contract))
        .flatMap(entry -> entry.getValue().endedBy(exit).stream())
        .toList();
  }

  /// Time that makes what ended older.
  List<Move<Event>> ageing() {
    return past.values().stream().flatMap(Past::ageing).toList();
  }
}
