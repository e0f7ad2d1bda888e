package dev.interlock.verifier.timing;

import dev.interlock.contract.model.Anchor;
import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.Moment;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Window;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.Patterns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Tells of every message of a contract how much time is left, when it is due, until the moment of
/// which its surroundings speak: the appointment or date of the wait in whose body it stands.
///
/// What follows such a wait says nothing of its moment any more. After an appointment was missed,
/// kept or cancelled, its moment has passed.
public final class Moments {
  private final List<Due> due = new ArrayList<>();

  private Moments() {}

  /// A message, and how much time is left when it is due.
  public record Due(Step.Send send, Ahead ahead) {}

  /// Every message of the contract, as often as it stands there.
  public static List<Due> in(Contract contract) {
    Moments moments = new Moments();
    Ahead begun =
        Listened.trigger(contract).allMatch(begin -> isOver(begin.event()))
            ? new Ahead.Passed()
            : new Ahead.Unknown();
    moments.path(contract.path(), begun);
    contract
        .handlers()
        .forEach(
            handler -> moments.path(handler.path(), heard(handler.event(), new Ahead.Unknown())));
    return List.copyOf(moments.due);
  }

  private void path(Path path, Ahead ahead) {
    Ahead now = ahead;
    for (Step step : path.steps()) {
      now = step(step, now);
    }
  }

  /// Goes through the step and returns what is left after it.
  private Ahead step(Step step, Ahead ahead) {
    return switch (step) {
      case Step.Send send -> {
        due.add(new Due(send, ahead));
        failures(send.onFailure(), ahead);
        yield ahead;
      }
      case Step.Act act -> {
        failures(act.onFailure(), ahead);
        yield ahead;
      }
      case Step.Wait wait -> pause(wait, ahead);
      case Step.Await await -> await(await, ahead);
      case Step.Branch branch -> {
        branch.choices().forEach(choice -> path(choice.path(), ahead));
        path(branch.otherwise(), ahead);
        branch.unknown().ifPresent(path -> path(path, ahead));
        yield ahead;
      }
      case Step.Split split -> {
        split.shares().forEach(share -> path(share.path(), ahead));
        yield ahead;
      }
      case Step.Repeat repeat -> {
        path(repeat.body(), ahead);
        yield ahead instanceof Ahead.Left ? new Ahead.Unknown() : ahead;
      }
      case Step.Leave _ -> ahead;
    };
  }

  private Ahead pause(Step.Wait wait, Ahead ahead) {
    return switch (wait.pause()) {
      case Pause.For(var span) -> waited(wait, ahead.after(span));
      case Pause.Into(var window) -> waited(wait, ahead.after(longest(window)));
      case Pause.Until(var moment, var ifPast, var ifGone) -> {
        path(wait.body(), left(moment));
        consequence(ifPast, ahead);
        consequence(ifGone, ahead);
        yield ahead instanceof Ahead.Passed ? ahead : new Ahead.Unknown();
      }
    };
  }

  private Ahead waited(Step.Wait wait, Ahead then) {
    path(wait.body(), then);
    return then;
  }

  private Ahead await(Step.Await await, Ahead ahead) {
    await.arms().forEach(arm -> path(arm.path(), heard(arm.event(), ahead)));
    Ahead silent =
        switch (await.silence().deadline()) {
          case Deadline.After(var span) -> ahead.after(span);
          case Deadline.At(var moment) -> left(moment);
        };
    path(await.silence().path(), silent);
    return ahead instanceof Ahead.Left ? silent : ahead;
  }

  private void failures(OnFailure failure, Ahead ahead) {
    Stream.of(failure.refused(), failure.blocked(), failure.undelivered())
        .distinct()
        .forEach(consequence -> consequence(consequence, ahead));
  }

  private void consequence(Consequence consequence, Ahead ahead) {
    switch (consequence) {
      case Consequence.Take(var path) -> path(path, ahead);
      case Consequence.GoOn _, Consequence.Skip _ -> {}
    }
  }

  private static Ahead heard(EventPattern event, Ahead ahead) {
    if (isOver(event)) {
      return new Ahead.Passed();
    }
    boolean anew =
        Patterns.alternatives(event).anyMatch(one -> one instanceof EventPattern.AppointmentEvent);
    return anew ? new Ahead.Unknown() : ahead;
  }

  private static boolean isOver(EventPattern event) {
    return Patterns.alternatives(event)
        .allMatch(one ->
            one instanceof EventPattern.AppointmentEvent(var change, _)
                && (change == AppointmentChange.NO_SHOW
                    || change == AppointmentChange.SHOWED
                    || change == AppointmentChange.CANCELLED));
  }

  // a date is spoken of until its day is over
  private static Ahead left(Moment moment) {
    Duration grace =
        switch (moment.anchor()) {
          case Anchor.AppointmentStart _ -> Duration.ZERO;
          case Anchor.DateField(_, var at) -> Duration.ofDays(1).minusNanos(at.toNanoOfDay());
        };
    Duration time = grace.minus(moment.offset());
    return time.isPositive() ? new Ahead.Left(time, words(moment.anchor())) : new Ahead.Passed();
  }

  private static String words(Anchor anchor) {
    return switch (anchor) {
      case Anchor.AppointmentStart _ -> "the appointment";
      case Anchor.DateField(var field, _) -> "the end of the day in *%s*".formatted(field);
    };
  }

  private static Duration longest(Window window) {
    return Duration.ofDays(window.days().size() == 7 ? 1 : 7);
  }
}
