package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Listening;
import dev.interlock.core.Sayings;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program.Listener;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import java.util.ArrayList;
import java.util.List;

/// What a run does with what it was told: an await's own arm answers first, then a run-wide
/// handler; where a run waits, what nobody answers is used up.
final class HearingMoves {
  private final Study study;
  private final Seat seat;

  HearingMoves(Study study, Seat seat) {
    this.study = study;
    this.seat = seat;
  }

  /// An answer to something at a place.
  ///
  /// @param heard the number of the happening that is answered, from 0
  private record Answer(Predicate guard, NodeId target, Event.By by, int heard) {}

  List<Move<Event>> all() {
    List<Move<Event>> moves = new ArrayList<>();
    Latch latch = study.latch(seat);
    for (Node node : seat.places().values()) {
      for (Latch.Entry entry : latch.entries()) {
        Predicate here = seat.standsAt(node.id()).and(latch.holds(entry));
        List<Answer> answers = answers(node, entry);
        for (Answer answer : answers) {
          moves.add(
              new Move<>(
                  new Event.Hears(seat, node.id(), entry.act(), answer.by()),
                  here.and(answer.guard()),
                  List.of(
                      seat.comesTo(answer.target()),
                      seat.open().becomes(Values.NO),
                      latch.holding(entry.after(answer.heard())))));
        }
        if (usesUp(node)) {
          moves.add(
              new Move<>(
                  new Event.Hears(seat, node.id(), entry.act(), new Event.By.Nobody()),
                  here.and(any(answers).not()),
                  List.<Assignment>of(latch.emptied())));
        }
      }
    }
    moves.addAll(unheard());
    return moves;
  }

  /// What was told while the contact stood at the door passes whoever is not let in.
  private List<Move<Event>> unheard() {
    Latch latch = study.latch(seat);
    return latch.entries().stream()
        .map(entry ->
            new Move<Event>(
                new Event.Hears(seat, seat.program().start(), entry.act(), new Event.By.Nobody()),
                passesBy().and(latch.holds(entry)),
                List.of(latch.emptied())))
        .toList();
  }

  private Predicate passesBy() {
    return seat.isInside().not().and(study.runs().pending(seat.id()).is(Values.NO));
  }

  private static Predicate any(List<Answer> answers) {
    return Predicate.any(answers.stream().map(Answer::guard).toList());
  }

  /// Whether what the run was told has to be heard now.
  Predicate isUrgent() {
    Latch latch = study.latch(seat);
    List<Predicate> any = new ArrayList<>();
    any.add(passesBy().and(latch.isEmpty().not()));
    for (Node node : seat.places().values()) {
      Predicate here = seat.standsAt(node.id());
      if (usesUp(node)) {
        any.add(here.and(latch.isEmpty().not()));
      } else {
        for (Latch.Entry entry : latch.entries()) {
          Predicate answered = any(answers(node, entry));
          if (!answered.equals(Predicate.never())) {
            any.add(here.and(latch.holds(entry)).and(answered));
          }
        }
      }
    }
    return Predicate.any(any);
  }

  private static boolean usesUp(Node node) {
    return node instanceof Node.WaitNode || node instanceof Node.AwaitNode;
  }

  /// The answers at the place, each where none before it is given. Of several happenings of one act
  /// the first that is answered counts.
  private List<Answer> answers(Node node, Latch.Entry entry) {
    List<Answer> answers = new ArrayList<>();
    Predicate before = Predicate.never();
    List<Happening> happenings = entry.happenings();
    for (int heard = 0; heard < happenings.size(); heard++) {
      Happening what = happenings.get(heard);
      List<Answer> given = new ArrayList<>();
      if (node instanceof Node.AwaitNode await) {
        List<Step.Arm> arms = await.step().arms();
        for (int i = 0; i < arms.size(); i++) {
          Step.Arm arm = arms.get(i);
          if (Listening.matches(arm.event(), what)) {
            given.add(answer(arm.guard(), await.arms().get(i), new Event.By.Arm(i), heard));
          }
        }
      }
      List<Listener> listeners = seat.program().listeners();
      for (int i = 0; i < listeners.size(); i++) {
        Listener listener = listeners.get(i);
        if (Listening.matches(listener.handler().event(), what)) {
          given.add(
              answer(
                  listener.handler().guard(), listener.target(), new Event.By.Handler(i), heard));
        }
      }
      for (Answer answer : given) {
        Predicate now = answer.guard().and(before.not());
        if (!now.equals(Predicate.never())) {
          answers.add(new Answer(now, answer.target(), answer.by(), heard));
        }
        before = before.or(answer.guard());
      }
    }
    return answers;
  }

  private Answer answer(Condition guard, NodeId target, Event.By by, int heard) {
    return new Answer(study.ask(guard, seat).yes(), target, by, heard);
  }

  /// Whether a run-wide handler without a condition answers the act wherever the run stands.
  static boolean isAnsweredAnywhere(Seat seat, WorldAct act) {
    return seat.program().listeners().stream()
        .map(Listener::handler)
        .filter(handler -> handler.guard() instanceof Condition.Always)
        .anyMatch(handler ->
            act.happenings().stream().anyMatch(what -> Listening.matches(handler.event(), what)));
  }

  /// Whether the contact asks for no more messages by it.
  static boolean asksForNoMore(Happening what) {
    return switch (what) {
      case Happening.ConsentHappened(var change, _) -> change == ConsentChange.OPTED_OUT;
      case Happening.MessageReceived(_, _, var text) -> Sayings.isOptOut(text);
      case Happening _ -> false;
    };
  }
}
