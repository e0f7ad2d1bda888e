package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The contracts of the set that are not under study: each of their writes and routes may come at
/// any time, but for those whose lane a run under study holds; and each that displaces may
/// displace.
final class Surroundings {
  private final Study study;
  private final List<Contract> outside;
  private final Writing writing;

  Surroundings(Study study, List<Contract> outside) {
    this.study = study;
    this.outside = outside;
    this.writing = new Writing(study.account());
  }

  List<Move<Event>> moves() {
    return outside.stream().flatMap(this::moves).toList();
  }

  private Stream<Move<Event>> moves(Contract contract) {
    Predicate free = study.runs().laneIsFree(contract).and(study.mayRun(contract.id()));
    Survey.Outline outline = study.survey().outline(contract);
    // many steps write the same: one move stands for them
    Map<List<Assignment>, Move<Event>> distinct = new LinkedHashMap<>();
    writing
        .of(outline)
        .forEach(effect -> {
          List<Assignment> updates = new ArrayList<>(effect.assignments());
          updates.addAll(study.causedByUs(effect.happenings()));
          if (!updates.isEmpty()) {
            distinct.putIfAbsent(
                updates,
                new Move<>(
                    new Event.Outside(contract.id(), "writes", effect.writes()),
                    free.and(effect.guard()),
                    updates));
          }
        });
    Stream<Move<Event>> routes =
        contract.allExits().stream()
            .map(Exit::continuation)
            .flatMap(continuation ->
                continuation instanceof Continuation.RoutesTo(var to, _)
                    ? Stream.of(study.routedTo(to)).filter(asked -> !asked.isEmpty())
                    : Stream.empty())
            .distinct()
            .map(asked ->
                new Move<>(new Event.Outside(contract.id(), "routes", List.of()), free, asked));
    Stream<Move<Event>> ends =
        contract.allExits().stream()
            .map(exit -> study.runs().ended(contract.id(), exit.name()))
            .filter(ended -> !ended.isEmpty())
            .distinct()
            .map(ended ->
                new Move<>(new Event.Outside(contract.id(), "ends", List.of()), free, ended));
    return Stream.of(distinct.values().stream(), routes, ends, displacements(contract))
        .flatMap(move -> move);
  }

  /// The runs under study that have to leave their lane to the contract.
  private Stream<Move<Event>> displacements(Contract contract) {
    if (!(contract.lane()
        instanceof LaneClaim.InLane(var lane, WhenOccupied.Displace _, var priority, _))) {
      return Stream.empty();
    }
    return study.seats().stream()
        .filter(seat -> seat.lane().filter(lane::equals).isPresent() && seat.priority() < priority)
        .map(seat ->
            new Move<>(
                new Event.Outside(contract.id(), "displaces", List.of()),
                DoorMoves.mayBeDisplaced(seat).and(study.takesEntries(contract.id())),
                DoorMoves.displaced(study, seat)));
  }
}
