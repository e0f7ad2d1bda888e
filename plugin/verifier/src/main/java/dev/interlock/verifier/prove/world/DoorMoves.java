package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EntryClause.Demand;
import dev.interlock.contract.model.EntryClause.WhenUnknown;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.RunKey;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Tri;
import dev.interlock.verifier.walk.Listened;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A contract's door: who is let in, who waits, who is turned away.
final class DoorMoves {
  private final Study study;
  private final Seat seat;

  DoorMoves(Study study, Seat seat) {
    this.study = study;
    this.seat = seat;
  }

  List<Move<Event>> all() {
    List<Move<Event>> moves = new ArrayList<>();
    beginning(new Event.Begins(seat), pending().and(mayBegin()), entering()).forEach(moves::add);
    switch (whenOccupied()) {
      case WhenOccupied.Queue _ -> moves.addAll(inTurn(begun()));
      case WhenOccupied.Displace _ -> {
        weaker()
            .forEach(holder ->
                moves.add(
                    new Move<>(
                        new Event.Displaces(seat.id(), holder),
                        pending().and(mayDisplace(holder)),
                        displaced(study, holder))));
        if (mayBeHeldOutside()) {
          // whoever is displaced outside leaves in their own time, and others act meanwhile
          List<Assignment> fresh = new ArrayList<>(begun());
          fresh.add(seat.refusing().becomes(Values.NO));
          moves.addAll(inTurn(fresh));
        }
      }
      case WhenOccupied.Refuse _ -> {}
    }
    return moves;
  }

  /// Waiting until the lane is free, and being let in or turned away then.
  private List<Move<Event>> inTurn(List<Assignment> begun) {
    List<Move<Event>> moves = new ArrayList<>();
    moves.add(
        new Move<>(
            new Event.Queues(seat),
            pending().and(mayQueue()),
            List.of(
                seat.at().becomes(Values.QUEUED),
                seat.refusing().becomes(Values.NO),
                study.runs().pending(seat.id()).becomes(Values.NO))));
    beginning(new Event.Begins(seat), queued().and(laneIsFree()).and(met(study, seat)), begun)
        .forEach(moves::add);
    moves.add(
        new Move<>(
            new Event.Refused(seat.id()),
            queued().and(isNextInTurn().and(met(study, seat)).not()),
            List.of(seat.at().becomes(Values.IDLE))));
    return moves;
  }

  /// A run that begins may be about an appointment of its own.
  private Stream<Move<Event>> beginning(Event.Begins what, Predicate guard, List<Assignment> all) {
    return about().map(own -> new Move<Event>(what, guard, all).doing(List.of(own)));
  }

  private Stream<Assignment> about() {
    IntStream values =
        !seat.mayHaveItsOwn()
            ? IntStream.of(Values.NONE_OF_ITS_OWN)
            : seat.contract().key() == RunKey.APPOINTMENT
                ? IntStream.of(Values.OWN_STANDS)
                : IntStream.of(Values.NONE_OF_ITS_OWN, Values.OWN_STANDS);
    IntStream gone = beginsOnCancelled() ? IntStream.of(Values.OWN_GONE) : IntStream.empty();
    return IntStream.concat(values, gone).mapToObj(seat.own()::becomes);
  }

  private boolean beginsOnCancelled() {
    return Listened.trigger(seat.contract())
        .anyMatch(listened ->
            listened.event() instanceof EventPattern.AppointmentEvent(var change, _)
                && change == EventPattern.AppointmentChange.CANCELLED);
  }

  /// Being turned away: whoever cannot be let in, cannot wait and displaces nobody; and anybody,
  /// where a contract outside the study may hold the lane or the key may fit no other run.
  static List<Move<Event>> refusals(Study study, ContractId contract) {
    List<DoorMoves> doors =
        study.seats().stream()
            .filter(seat -> seat.id().equals(contract))
            .map(seat -> new DoorMoves(study, seat))
            .toList();
    boolean always =
        doors.stream()
            .anyMatch(
                door -> door.seat.contract().key() != RunKey.CONTACT || door.mayBeHeldOutside());
    Predicate served = Predicate.any(doors.stream().map(DoorMoves::isServed).toList());
    Predicate guard = always ? Predicate.always() : served.not();
    return List.of(
        new Move<>(
            new Event.Refused(contract),
            study.runs().pending(contract).holds().and(guard),
            List.of(study.runs().pending(contract).becomes(Values.NO))));
  }

  private Predicate isServed() {
    Predicate served = mayBegin();
    return switch (whenOccupied()) {
      case WhenOccupied.Queue _ -> served.or(mayQueue());
      case WhenOccupied.Displace _ ->
          served.or(Predicate.any(weaker().stream().map(this::mayDisplace).toList()));
      case WhenOccupied.Refuse _ -> served;
    };
  }

  private WhenOccupied whenOccupied() {
    return seat.contract().lane() instanceof LaneClaim.InLane(_, var occupied, _, _)
        ? occupied
        : new WhenOccupied.Refuse();
  }

  private Predicate pending() {
    return study.runs().pending(seat.id()).holds();
  }

  /// Whoever begins at once still hears what was told after that which brought them to the door.
  private List<Assignment> entering() {
    return List.of(
        seat.comesTo(seat.program().start()),
        seat.open().becomes(Values.NO),
        seat.refusing().becomes(Values.NO),
        study.runs().pending(seat.id()).becomes(Values.NO));
  }

  /// Whoever waited in turn has heard, if they were asked to stop.
  private List<Assignment> begun() {
    return List.of(
        seat.comesTo(seat.program().start()),
        seat.open().becomes(Values.NO),
        study.latch(seat).emptied());
  }

  private Predicate queued() {
    return seat.at().is(Values.QUEUED);
  }

  /// Whether a run that the study does not show may hold the lane.
  private boolean mayBeHeldOutside() {
    return seat.lane().filter(study.runs()::isAlsoOutside).isPresent();
  }

  private Predicate admissible() {
    return seat.isIdle()
        .and(study.takesEntries(seat.id()))
        .and(othersOfTheSame())
        .and(again())
        .and(met(study, seat));
  }

  /// Where whoever asks now is let in, by beginning or by waiting in turn.
  Predicate isOpen() {
    return isServed();
  }

  private Predicate mayBegin() {
    return admissible().and(laneIsFree());
  }

  private Predicate mayQueue() {
    return mayBeHeldOutside() ? admissible() : admissible().and(laneIsFree().not());
  }

  private List<Seat> weaker() {
    return study.seats().stream()
        .filter(other -> other != seat && seat.lane().equals(other.lane()))
        .filter(other -> seat.lane().isPresent() && other.priority() < seat.priority())
        .toList();
  }

  private Predicate mayDisplace(Seat holder) {
    return admissible().and(mayBeDisplaced(holder));
  }

  /// Where a run in the seat is inside and not about to leave by this already.
  static Predicate mayBeDisplaced(Seat holder) {
    return holder.isInside().and(holder.standsAt(holder.displacedPlace()).not());
  }

  /// The run in the seat has to leave.
  static List<Assignment> displaced(Study study, Seat holder) {
    return List.of(
        holder.comesTo(holder.displacedPlace()),
        holder.open().becomes(Values.NO),
        study.latch(holder).emptied());
  }

  /// A second run of one contract only begins beside a first where its key is finer than the
  /// contact.
  private Predicate othersOfTheSame() {
    List<Predicate> all = new ArrayList<>();
    for (Seat other : study.seats()) {
      boolean anotherVersion = !other.id().equals(seat.id()) && study.isOne(other.id(), seat.id());
      if (anotherVersion) {
        if (Runs.excludeEachOther(seat.contract(), other.contract())) {
          all.add(other.isIdle());
        }
      } else if (other != seat && other.id().equals(seat.id())) {
        boolean finer = seat.contract().key() != RunKey.CONTACT;
        if (!finer) {
          all.add(other.isIdle());
        } else if (other.number() < seat.number()) {
          all.add(other.isIdle().not());
        }
      }
    }
    return Predicate.all(all);
  }

  private Predicate again() {
    return seat.contract().key() == RunKey.CONTACT
        ? study.runs().mayEnterAgain(seat.contract())
        : Predicate.always();
  }

  private Predicate laneIsFree() {
    return seat.lane()
        .map(lane -> study.runs().heldByAnother(lane, seat).not())
        .orElse(Predicate.always());
  }

  /// Whether the run waits in turn and its lane is certainly free.
  Predicate isNextInTurn() {
    return mayBeHeldOutside() ? Predicate.never() : queued().and(laneIsFree());
  }

  /// Where every clause of the entry filter lets the contact pass.
  static Predicate met(Study study, Seat seat) {
    return Predicate.all(
        seat.contract().admits().stream().map(clause -> met(study, seat, clause)).toList());
  }

  /// Where the clause lets the contact pass.
  static Predicate met(Study study, Seat seat, EntryClause clause) {
    Tri answer = study.ask(clause.condition(), seat);
    Predicate wanted = clause.demand() == Demand.REQUIRE ? answer.yes() : answer.no();
    return clause.whenUnknown() == WhenUnknown.ADMIT ? wanted.or(answer.unknown()) : wanted;
  }

  /// Where the clause is known to be broken.
  static Predicate broken(Study study, Seat seat, EntryClause clause) {
    Tri answer = study.ask(clause.condition(), seat);
    return clause.demand() == Demand.REQUIRE ? answer.no() : answer.yes();
  }
}
