package dev.interlock.core;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.Step;
import dev.interlock.core.SendPolicy.Leave;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.Node.ActNode;
import dev.interlock.core.program.Node.AwaitNode;
import dev.interlock.core.program.Node.BranchNode;
import dev.interlock.core.program.Node.LeaveNode;
import dev.interlock.core.program.Node.SendNode;
import dev.interlock.core.program.Node.SplitNode;
import dev.interlock.core.program.Node.WaitNode;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Walks a run on from a place until it comes to rest: at a command, a wait, an await or an exit.
final class Walk {
  private final Turn turn;
  private final Hearing hearing;

  Walk(Turn turn) {
    this.turn = turn;
    this.hearing = new Hearing(turn);
  }

  /// @param heldSince when a policy first held back the message at this place; now otherwise
  Verdict from(NodeId place, Instant heldSince) {
    NodeId at = place;
    Instant since = heldSince;
    while (true) {
      Node node = turn.program.node(at);
      Progress progress = usingLatched(node).orElse(null);
      if (progress == null) {
        progress = take(node, since);
      }
      switch (progress) {
        case Progress.On(var next) -> {
          at = next;
          since = turn.now;
        }
        case Progress.Rest(var verdict) -> {
          return verdict;
        }
      }
    }
  }

  /// Hears what was latched at the place where the run waits already, and goes on waiting if nobody
  /// answers.
  Verdict resting(Standing standing) {
    boolean gone = turn.memory().latched().stream().anyMatch(Hears::isGone);
    Optional<Progress> progress =
        standing.place().map(turn.program::node).flatMap(this::usingLatched);
    if (progress.isEmpty()) {
      return gone ? new Leaving(turn).contactGone() : turn.rest(standing);
    }
    return switch (progress.get()) {
      case Progress.On(var next) -> from(next, turn.now);
      case Progress.Rest(var verdict) -> verdict;
    };
  }

  /// What came of one place.
  sealed interface Progress {
    record On(NodeId next) implements Progress {}

    record Rest(Verdict verdict) implements Progress {}
  }

  private Progress take(Node node, Instant heldSince) {
    return switch (node) {
      case SendNode send -> send(send, heldSince);
      case ActNode act -> act(act);
      case WaitNode wait -> await(wait);
      case AwaitNode await -> listen(await);
      case BranchNode branch -> branch(branch);
      case SplitNode split -> split(split);
      case LeaveNode(_, var exit, var fault) -> {
        fault.ifPresent(words -> turn.note(Kind.FAILED, "", words));
        yield new Progress.Rest(
            new Leaving(turn).begin(exit, fault.orElseGet(() -> meaning(exit))));
      }
    };
  }

  /// Events that came while a command was under way are heard before anything further is done.
  private Optional<Progress> usingLatched(Node node) {
    List<DomainEvent> events =
        turn.memory().latched().stream()
            .sorted(Comparator.comparing(DomainEvent::occurredAt))
            .toList();
    for (DomainEvent event : events) {
      Optional<Progress> used = hearing.answer(node, event);
      if (used.isPresent()) {
        turn.unlatch(event);
        return used;
      }
    }
    if (node instanceof WaitNode || node instanceof AwaitNode) {
      turn.forgetLatched();
    }
    return Optional.empty();
  }

  private Progress send(SendNode node, Instant heldSince) {
    if (!turn.hasContact()) {
      return new Progress.Rest(Turn.needsContact());
    }
    Optional<Progress> lost = noLongerAdmitted();
    if (lost.isPresent()) {
      return lost.get();
    }
    Step.Send step = node.step();
    PurposeName purpose = purposeOf(step);
    String name = node.id().text();
    return switch (SendPolicy.judge(step, purpose, turn.memory(), heldSince, turn.view())) {
      case Leave.Blocked(var why) -> {
        turn.note(Kind.BLOCKED, name, "Not sent: " + why + ".");
        yield new Progress.On(node.onFailure().blocked());
      }
      case Leave.Suppressed(var why) -> {
        turn.note(Kind.SUPPRESSED, name, "Not sent again: " + why + ".");
        yield new Progress.On(node.next());
      }
      case Leave.Held(var until, var why) -> {
        turn.note(
            Kind.HELD,
            name,
            "Held back until "
                + Calendars.words(until, turn.view().zone())
                + " of the contact's time: "
                + why
                + ".");
        yield rest(new Standing.Held(node.id(), heldSince, until));
      }
      case Leave.Granted() -> {
        var id =
            turn.command(
                name, step.onFailure().retries(), new Command.Say(step.message(), purpose));
        turn.note(
            Kind.STEP, name, "Sends the " + step.message().channel().one() + reason(step.why()));
        granted(node.id(), heldSince);
        yield rest(new Standing.Commanded(node.id(), id));
      }
    };
  }

  /// How long the CRM has been tried, and how often, is counted from the first leave on.
  private void granted(NodeId at, Instant due) {
    Optional<Memory.Grant> before = turn.grantAt(at);
    turn.granted(
        new Memory.Grant(
            at,
            due,
            before.map(Memory.Grant::first).orElse(turn.now),
            before.map(Memory.Grant::attempts).orElse(0)));
  }

  private PurposeName purposeOf(Step.Send step) {
    return step.terms()
        .purpose()
        .orElseGet(() -> new PurposeName(turn.program.contract().id() + "/" + step.name()));
  }

  private Progress act(ActNode node) {
    Action action = node.step().action();
    String name = node.id().text();
    int retries = node.step().onFailure().retries();
    if (action instanceof Action.CompleteTasks(var titled)) {
      List<String> open =
          turn.memory().tasks().stream()
              .filter(task -> titled.map(task.title()::equals).orElse(true))
              .map(Memory.Task::id)
              .toList();
      if (open.isEmpty()) {
        return new Progress.On(node.next());
      }
      var id = turn.command(name, retries, new Command.TickOff(open));
      turn.note(Kind.STEP, name, "Ticks off the tasks of this run" + reason(node.step().why()));
      return rest(new Standing.Commanded(node.id(), id));
    }
    var id = turn.command(name, retries, new Command.Perform(action));
    turn.note(Kind.STEP, name, ActionsInWords.words(action) + reason(node.step().why()));
    return rest(new Standing.Commanded(node.id(), id));
  }

  private Progress await(WaitNode node) {
    String name = node.id().text();
    return switch (node.step().pause()) {
      case Pause.For(var span) -> {
        turn.note(Kind.WAITING, name, "Waits " + Spans.words(span) + ".");
        yield rest(new Standing.Waiting(node.id(), turn.now, turn.now.plus(span)));
      }
      case Pause.Into(var window) -> {
        if (!turn.hasContact()) {
          yield new Progress.Rest(Turn.needsContact());
        }
        Instant until = Calendars.nextInside(window, turn.now, turn.view().zone());
        yield until.isAfter(turn.now) ? waits(node, until) : new Progress.On(node.reached());
      }
      case Pause.Until until -> {
        if (!turn.hasContact()) {
          yield new Progress.Rest(Turn.needsContact());
        }
        Optional<Instant> moment = Moments.find(until.moment(), turn.view());
        if (moment.isEmpty()) {
          turn.note(Kind.BRANCHED, name, "There is no such appointment or date any more.");
          yield new Progress.On(node.gone());
        }
        if (!moment.get().isAfter(turn.now)) {
          turn.note(Kind.BRANCHED, name, "The moment had passed already.");
          yield new Progress.On(node.past());
        }
        yield waits(node, moment.get());
      }
    };
  }

  private Progress waits(WaitNode node, Instant until) {
    turn.note(
        Kind.WAITING,
        node.id().text(),
        "Waits until " + Calendars.words(until, turn.view().zone()) + ".");
    return rest(new Standing.Waiting(node.id(), turn.now, until));
  }

  private Progress listen(AwaitNode node) {
    String name = node.id().text();
    return switch (node.step().silence().deadline()) {
      case Deadline.After(var span) -> {
        turn.note(Kind.WAITING, name, "Listens for an answer for " + Spans.words(span) + ".");
        yield rest(new Standing.Awaiting(node.id(), turn.now, turn.now.plus(span)));
      }
      case Deadline.At(var moment) -> {
        if (!turn.hasContact()) {
          yield new Progress.Rest(Turn.needsContact());
        }
        Optional<Instant> until = Moments.find(moment, turn.view());
        if (until.isEmpty() || !until.get().isAfter(turn.now)) {
          turn.note(Kind.BRANCHED, name, "The moment to answer by had passed or was gone.");
          yield new Progress.On(node.silence());
        }
        turn.note(
            Kind.WAITING,
            name,
            "Listens for an answer until "
                + Calendars.words(until.get(), turn.view().zone())
                + ".");
        yield rest(new Standing.Awaiting(node.id(), turn.now, until.get()));
      }
    };
  }

  private Progress branch(BranchNode node) {
    if (!turn.hasContact()) {
      return new Progress.Rest(Turn.needsContact());
    }
    String name = node.id().text();
    List<Step.Choice> choices = node.step().choices();
    for (int i = 0; i < choices.size(); i++) {
      Step.Choice choice = choices.get(i);
      Truth truth = Asking.ask(choice.guard(), turn.view());
      String which = "arm " + (i + 1) + (choice.why().isBlank() ? "" : ": " + choice.why());
      switch (truth) {
        case YES -> {
          turn.note(Kind.BRANCHED, name, "Takes " + which + ".");
          return new Progress.On(node.choices().get(i));
        }
        case UNKNOWN -> {
          turn.note(Kind.BRANCHED, name, "The CRM does not say whether " + which + " holds.");
          return new Progress.On(node.unknown());
        }
        case NO -> {}
      }
    }
    turn.note(Kind.BRANCHED, name, "No arm holds; takes the other way.");
    return new Progress.On(node.otherwise());
  }

  private Progress split(SplitNode node) {
    int drawn = Lots.draw(turn.run.contract(), node.step().name(), turn.run.contact());
    int upTo = 0;
    List<Step.Share> shares = node.step().shares();
    for (int i = 0; i < shares.size(); i++) {
      upTo += shares.get(i).percent();
      if (drawn < upTo || i == shares.size() - 1) {
        turn.note(Kind.BRANCHED, node.id().text(), "Draws share " + (i + 1) + ".");
        return new Progress.On(node.shares().get(i));
      }
    }
    throw new IllegalStateException("a split without shares at " + node.id());
  }

  private Optional<Progress> noLongerAdmitted() {
    if (!turn.view().contact().exists()) {
      return Optional.of(new Progress.Rest(new Leaving(turn).contactGone()));
    }
    return StandingClauses.broken(turn)
        .map(reason -> {
          turn.note(Kind.BRANCHED, "", "No longer qualifies: " + reason + ".");
          return new Progress.Rest(new Leaving(turn).withdraw("no longer qualifies"));
        });
  }

  private String meaning(ExitName name) {
    return turn.program
        .contract()
        .exit(name)
        .map(exit -> Leaving.sentence(exit))
        .orElse("the path led here");
  }

  private Progress rest(Standing standing) {
    return new Progress.Rest(turn.rest(standing));
  }

  private static String reason(String why) {
    return why.isBlank() ? "." : ": " + why + ".";
  }
}
