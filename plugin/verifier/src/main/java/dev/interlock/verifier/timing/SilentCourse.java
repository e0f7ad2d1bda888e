package dev.interlock.verifier.timing;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a contact who never answers can get by one channel, from one run and from those into which
/// its exits lead.
///
/// Works from the end of each path to its beginning, turn by turn where a path repeats. Every
/// condition may hold; events come only if they need nobody's doing. A handler may begin at every
/// place that waits, once. Each contract runs at most once in a chain of routes: one that comes
/// round again without a person is the finding of another rule.
final class SilentCourse {
  private final ContractSet set;
  private final Channel channel;
  private final Duration window;
  private final Contract contract;
  private final Set<ContractId> before;
  private final Map<ExitName, Burst> routed = new HashMap<>();
  private Burst handled = Burst.none();
  private Burst most = Burst.none();

  private SilentCourse(
      ContractSet set,
      Channel channel,
      Duration window,
      Contract contract,
      Set<ContractId> before) {
    this.set = set;
    this.channel = channel;
    this.window = window;
    this.contract = contract;
    this.before = before;
  }

  /// The most messages that fall into one window.
  static Burst most(ContractSet set, Contract contract, Channel channel, Duration window) {
    var course = new SilentCourse(set, channel, window, contract, Set.of());
    course.fromStart();
    return course.most;
  }

  private Burst fromStart() {
    Burst any = Burst.none();
    for (Handler handler : contract.handlers()) {
      if (Silent.mayCome(handler.event())) {
        any = any.or(path(handler.path(), Burst.none()));
      }
    }
    handled = any;
    return path(contract.path(), Burst.none());
  }

  private Burst path(Path path, Burst next) {
    Burst then = next;
    for (Step step : path.steps().reversed()) {
      then = step(step, then);
    }
    return then;
  }

  private Burst step(Step step, Burst next) {
    return switch (step) {
      case Step.Send send -> send(send, next);
      case Step.Act act -> next.or(instead(act.onFailure().refused(), next, next));
      case Step.Wait wait -> pause(wait, next).or(handled);
      case Step.Await await -> await(await, next).or(handled);
      case Step.Branch branch ->
          Stream.of(
                  branch.choices().stream().map(Step.Choice::path),
                  Stream.of(branch.otherwise()),
                  branch.unknown().stream())
              .flatMap(paths -> paths)
              .map(path -> path(path, next))
              .reduce(Burst.none(), Burst::or);
      case Step.Split split ->
          split.shares().stream()
              .map(share -> path(share.path(), next))
              .reduce(Burst.none(), Burst::or);
      case Step.Repeat repeat -> {
        Burst then = next;
        for (int turn = 0; turn < repeat.times(); turn++) {
          then = path(repeat.body(), then);
        }
        yield then;
      }
      case Step.Leave(var exit, _) -> routed.computeIfAbsent(exit, this::route);
    };
  }

  private Burst send(Step.Send send, Burst next) {
    OnFailure failure = send.onFailure();
    Burst unsent =
        instead(failure.refused(), next, next).or(instead(failure.blocked(), next, next));
    // what is done about an undelivered message never leads back to what followed the message
    Burst gone = next.or(instead(failure.undelivered(), next, Burst.none()));
    if (send.message().channel() != channel) {
      return gone.or(unsent);
    }
    Burst sent = gone.after(contract.id());
    if (sent.count() > most.count()) {
      most = sent;
    }
    return sent.or(unsent);
  }

  private Burst pause(Step.Wait wait, Burst next) {
    Burst body = path(wait.body(), next);
    return switch (wait.pause()) {
      case Pause.For(var span) -> body.later(span, window);
      case Pause.Into _ -> body;
      case Pause.Until(_, var ifPast, var ifGone) ->
          body.or(instead(ifPast, body, next)).or(instead(ifGone, body, next));
    };
  }

  private Burst await(Step.Await await, Burst next) {
    Burst silent = path(await.silence().path(), next);
    Burst unanswered =
        switch (await.silence().deadline()) {
          case Deadline.After(var span) -> silent.later(span, window);
          case Deadline.At _ -> silent;
        };
    return await.arms().stream()
        .filter(arm -> Silent.mayCome(arm.event()))
        .map(arm -> path(arm.path(), next))
        .reduce(unanswered, Burst::or);
  }

  private Burst instead(Consequence consequence, Burst goingOn, Burst next) {
    return switch (consequence) {
      case Consequence.GoOn _ -> goingOn;
      case Consequence.Skip _ -> next;
      case Consequence.Take(var path) -> path(path, next);
    };
  }

  private Burst route(ExitName name) {
    Set<ContractId> sofar = new HashSet<>(before);
    sofar.add(contract.id());
    return contract.exit(name).stream()
        .filter(exit -> exit.continuation() instanceof Continuation.RoutesTo)
        .map(exit -> ((Continuation.RoutesTo) exit.continuation()).contract())
        .filter(target -> !sofar.contains(target))
        .flatMap(target -> set.contract(target).stream())
        .map(target -> {
          var course = new SilentCourse(set, channel, window, target, sofar);
          Burst burst = course.fromStart();
          if (course.most.count() > most.count()) {
            most = course.most;
          }
          return burst;
        })
        .findFirst()
        .orElseGet(Burst::none);
  }
}
