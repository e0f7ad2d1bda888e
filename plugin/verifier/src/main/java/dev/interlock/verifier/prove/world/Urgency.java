package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Operation;
import dev.interlock.core.program.Node;
import dev.interlock.verifier.prove.symbolic.Predicate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// What has to be done before anybody else does anything: let in or refuse whoever stands at a
/// door, hear what was told, and walk on from where nothing is waited for.
final class Urgency {
  private final Study study;
  // guards share these as the same objects, so that each is made a diagram once
  private final IdentityHashMap<Seat, Predicate> hearing = new IdentityHashMap<>();
  private Optional<Predicate> anything = Optional.empty();
  private Optional<Predicate> news = Optional.empty();

  Urgency(Study study) {
    this.study = study;
  }

  Predicate anything() {
    Predicate known = anything.orElseGet(() -> anythingBesides(Optional.empty()));
    anything = Optional.of(known);
    return known;
  }

  /// @param besides whose own affairs do not count
  Predicate anythingBesides(Optional<Seat> besides) {
    List<Predicate> any = new ArrayList<>(List.of(news(besides)));
    study.seats().stream()
        .filter(seat -> besides.filter(seat::equals).isEmpty())
        .forEach(seat -> any.add(walking(seat)));
    return Predicate.any(any);
  }

  /// Whether somebody stands at a door, or has something to hear; how far the commands of others
  /// are does not count.
  Predicate news() {
    Predicate known = news.orElseGet(() -> news(Optional.empty()));
    news = Optional.of(known);
    return known;
  }

  private Predicate news(Optional<Seat> besides) {
    List<Predicate> any = new ArrayList<>();
    study.seats().stream()
        .map(Seat::id)
        .distinct()
        .forEach(contract -> any.add(study.runs().pending(contract).holds()));
    for (Seat seat : study.seats()) {
      if (besides.filter(seat::equals).isEmpty()) {
        any.add(new DoorMoves(study, seat).isNextInTurn());
        any.add(hearing(seat));
      }
    }
    return Predicate.any(any);
  }

  /// Whether the run in the seat hears something where it stands, before it goes on.
  Predicate hearing(Seat seat) {
    return hearing.computeIfAbsent(seat, one -> new HearingMoves(study, one).isUrgent());
  }

  /// Whether the run in the seat stands where it does not rest.
  Predicate walking(Seat seat) {
    List<Predicate> places = new ArrayList<>();
    for (Node node : seat.places().values()) {
      if (!rests(node)) {
        places.add(seat.standsAt(node.id()));
      }
    }
    return Predicate.any(places).and(seat.open().is(Values.NO));
  }

  /// Whether a run may stand there for a while of its own.
  boolean rests(Node node) {
    return switch (node) {
      case Node.WaitNode _, Node.AwaitNode _ -> true;
      case Node.SendNode send -> mayBeHeld(send);
      case Node.ActNode _, Node.BranchNode _, Node.SplitNode _, Node.LeaveNode _ -> false;
    };
  }

  private boolean mayBeHeld(Node.SendNode send) {
    Operation operation = study.set().operation();
    Channel channel = send.step().message().channel();
    boolean limited = operation.limits().stream().anyMatch(limit -> limit.channel() == channel);
    boolean quiet = !operation.hours().quiet().isEmpty() || !operation.hours().holidays().isEmpty();
    return limited || (quiet && send.step().terms().urgent().isEmpty());
  }
}
