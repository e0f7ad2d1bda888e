package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Anchor;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.Step;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Tri;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Event.Marks;
import dev.interlock.verifier.prove.world.Event.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How a run goes on by itself from where it stands.
final class StepMoves {
  private final Study study;
  private final Seat seat;
  private final Urgency urgency;
  private final Deliveries deliveries;
  private final Writing writing;
  private final Predicate clausesMayHold;
  private final Predicate clausesMayBeBroken;
  private final Predicate heardAll;
  private final Predicate quiet;
  private final Predicate heardByAll;
  private final List<Move<Event>> moves = new ArrayList<>();

  StepMoves(Study study, Seat seat, Urgency urgency) {
    this.study = study;
    this.seat = seat;
    this.urgency = urgency;
    this.deliveries = new Deliveries(seat.program());
    this.writing = new Writing(study.account());
    StandingClauses clauses = new StandingClauses(study, seat);
    this.clausesMayHold = clauses.mayHold();
    this.clausesMayBeBroken = clauses.mayBeBroken();
    this.heardAll = urgency.hearing(seat).not();
    this.quiet = urgency.anything().not();
    this.heardByAll = urgency.news().not();
  }

  List<Move<Event>> all() {
    seat.places().values().forEach(this::from);
    return moves;
  }

  private void from(Node node) {
    switch (node) {
      case Node.SendNode send -> send(send);
      case Node.ActNode act -> act(act);
      case Node.WaitNode wait -> await(wait);
      case Node.AwaitNode await -> go(node, Way.SILENCE, Predicate.always(), await.silence());
      case Node.BranchNode branch -> branch(branch);
      case Node.SplitNode split -> {
        for (int i = 0; i < split.shares().size(); i++) {
          go(node, Way.DRAWN, i, Predicate.always(), split.shares().get(i));
        }
      }
      case Node.LeaveNode leave -> leave(leave);
    }
  }

  /// Where a run at the place may go on: it has heard what it was told, and everybody else has done
  /// what is urgent, unless this is urgent itself. A command that is under way ends sooner or later
  /// than those of others.
  private Predicate mayGoOn(Node node) {
    Predicate here = seat.standsAt(node.id()).and(heardAll);
    return urgency.rests(node)
        ? here.and(quiet)
        : here.and(seat.open().is(Values.NO).or(heardByAll));
  }

  private void go(Node from, Way way, Predicate guard, NodeId to) {
    go(from, way, 0, guard, to);
  }

  private void go(Node from, Way way, int limb, Predicate guard, NodeId to) {
    go(from, way, limb, guard, to, Marks.NONE, List.of());
  }

  private void go(
      Node from,
      Way way,
      int limb,
      Predicate guard,
      NodeId to,
      Marks marks,
      List<Assignment> more) {
    List<Assignment> updates = new ArrayList<>(more);
    updates.add(seat.comesTo(to));
    switch (seat.node(to)) {
      case Node.WaitNode _, Node.AwaitNode _ -> updates.add(seat.open().becomes(Values.NO));
      case Node.SendNode _,
          Node.ActNode _,
          Node.BranchNode _,
          Node.SplitNode _,
          Node.LeaveNode _ -> {
        if (isCommanded(from, way)) {
          updates.add(seat.open().becomes(Values.YES));
        } else if (urgency.rests(from)) {
          updates.add(seat.open().becomes(Values.NO));
        }
      }
    }
    moves.add(
        new Move<>(
            new Event.Does(seat, from.id(), way, limb, marks), mayGoOn(from).and(guard), updates));
  }

  private static boolean isCommanded(Node from, Way way) {
    return (from instanceof Node.SendNode || from instanceof Node.ActNode)
        && way != Way.NO_LONGER_ADMITTED;
  }

  private void send(Node.SendNode node) {
    Step.Send step = node.step();
    Predicate address = study.questions().hasAddress(step.message().channel());
    Predicate optedOut = study.questions().optedOut(step.message().channel()).yes();
    Predicate told =
        step.terms().afterOptOut().isPresent() ? Predicate.never() : seat.refusing().holds();
    Predicate may = clausesMayHold.and(address).and(optedOut.not()).and(told.not());
    PurposeName purpose =
        step.terms().purpose().orElseGet(() -> new PurposeName(seat.id() + "/" + step.name()));
    Marks sent =
        new Marks(
            List.of(),
            Optional.of(new Event.Sent(step.message().channel(), purpose)),
            Optional.empty());
    go(node, Way.NO_LONGER_ADMITTED, clausesMayBeBroken, seat.withdrawnPlace());
    List<Assignment> noted = seat.sent(node).map(one -> one.becomes(Values.YES)).stream().toList();
    go(node, Way.DONE, 0, may, node.next(), sent, noted);
    go(node, Way.REFUSED, may, node.onFailure().refused());
    go(node, Way.BLOCKED, clausesMayHold, node.onFailure().blocked());
    if (Deliveries.isReported(node)) {
      undelivered(node);
    }
  }

  private void undelivered(Node.SendNode node) {
    Predicate sent = seat.sent(node).map(Variable::holds).orElseGet(Predicate::always);
    Predicate resting =
        anyOf(deliveries.after(node).stream().filter(place -> urgency.rests(seat.node(place))));
    undelivered(node, resting.and(heardAll).and(quiet).and(sent));
    List<NodeId> behind =
        deliveries.behindCommands(node).stream()
            .filter(place -> !urgency.rests(seat.node(place)))
            .toList();
    if (!behind.isEmpty()) {
      undelivered(node, anyOf(behind.stream()).and(seat.open().is(Values.YES)).and(sent));
    }
  }

  private void undelivered(Node.SendNode node, Predicate guard) {
    moves.add(
        new Move<>(
            new Event.Undelivered(seat, node.id()),
            guard,
            List.of(seat.comesTo(node.onFailure().undelivered()), seat.open().becomes(Values.NO))));
  }

  private Predicate anyOf(Stream<NodeId> places) {
    return Predicate.any(places.map(seat::standsAt).toList());
  }

  private void act(Node.ActNode node) {
    Action action = node.step().action();
    for (Effect effect : writing.of(action)) {
      if (effect.backward().isPresent()) {
        Marks marks = new Marks(List.of(), Optional.empty(), effect.backward());
        go(node, Way.REFUSED, 0, effect.guard(), node.onFailure().refused(), marks, List.of());
        continue;
      }
      List<Assignment> updates = new ArrayList<>(effect.assignments());
      updates.addAll(study.causedByUs(effect.happenings()));
      go(node, Way.DONE, 0, effect.guard(), node.next(), Marks.writing(effect.writes()), updates);
    }
    go(node, Way.REFUSED, Predicate.always(), node.onFailure().refused());
  }

  private void await(Node.WaitNode node) {
    if (!(node.step().pause() instanceof Pause.Until(var moment, _, _))) {
      go(node, Way.REACHED, Predicate.always(), node.reached());
      return;
    }
    if (!(moment.anchor() instanceof Anchor.AppointmentStart(var calendar))) {
      go(node, Way.REACHED, Predicate.always(), node.reached());
      go(node, Way.PAST, Predicate.always(), node.past());
      go(node, Way.GONE, Predicate.always(), node.gone());
      return;
    }
    List<Predicate> ahead = new ArrayList<>();
    List<Predicate> standing = new ArrayList<>();
    calendar
        .map(List::of)
        .orElse(study.account().calendars())
        .forEach(one -> {
          var diary = study.account().track(new Attribute.Diary(one));
          ahead.add(Values.isAhead(diary));
          standing.add(Values.isStanding(diary));
        });
    boolean before = moment.offset().compareTo(Duration.ZERO) <= 0;
    Predicate is = Predicate.any(ahead);
    Predicate was = Predicate.any(standing);
    Predicate none = seat.own().is(Values.NONE_OF_ITS_OWN);
    Predicate stands = seat.own().is(Values.OWN_STANDS);
    Predicate gone = seat.own().is(Values.OWN_GONE);
    go(node, Way.REACHED, stands.or(none.and(before ? is : was)), node.reached());
    go(node, Way.PAST, stands.or(none.and(was)), node.past());
    go(node, Way.GONE, gone.or(none.and(is.not())), node.gone());
  }

  private void branch(Node.BranchNode node) {
    Predicate left = Predicate.always();
    for (int i = 0; i < node.choices().size(); i++) {
      Tri answer = study.ask(node.step().choices().get(i).guard(), seat);
      go(node, Way.CHOSEN, i, left.and(answer.yes()), node.choices().get(i));
      go(node, Way.UNKNOWN, i, left.and(answer.unknown()), node.unknown());
      left = left.and(answer.no());
    }
    go(node, Way.OTHERWISE, left, node.otherwise());
  }

  private void leave(Node.LeaveNode node) {
    Exit exit = seat.contract().exit(node.exit()).orElseThrow();
    for (Effect effect : writing.of(exit)) {
      List<Assignment> updates = new ArrayList<>();
      updates.add(seat.at().becomes(Values.IDLE));
      updates.add(seat.open().becomes(Values.NO));
      updates.add(seat.refusing().becomes(Values.NO));
      seat.sent().forEach(one -> updates.add(one.becomes(Values.NO)));
      updates.add(study.latch(seat).emptied());
      if (exit.continuation() instanceof Continuation.RoutesTo(var contract, _)) {
        updates.addAll(study.routedTo(contract));
      }
      add(updates, study.causedByUs(effect.happenings()));
      add(updates, effect.assignments());
      add(updates, study.runs().ended(seat.id(), exit.name()));
      moves.add(
          new Move<>(
              new Event.Leaves(
                  seat,
                  node.id(),
                  exit.name(),
                  new Marks(effect.writes(), Optional.empty(), effect.backward())),
              mayGoOn(node).and(effect.guard()),
              updates));
    }
  }

  private static void add(List<Assignment> updates, List<Assignment> more) {
    more.stream()
        .filter(one -> updates.stream().noneMatch(mine -> mine.variable().equals(one.variable())))
        .forEach(updates::add);
  }
}
