package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Anchor;
import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Moment;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Spans;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.StepTree;
import java.util.Optional;
import java.util.stream.Stream;

/// Waits for a moment that say `goOn()` for a moment that has passed or is gone, and so send what
/// speaks of it.
///
/// That something is said for each of the two is the language's to see to. A branch before the
/// message ends the search: whoever asks first may have seen to it. A word after the moment is in
/// time whenever it comes, as long as there was such a moment.
final class WaitPast implements Rule {
  @Override
  public String id() {
    return "E-WAIT-PAST";
  }

  @Override
  public String reason() {
    return "A reminder of what is over, or was never to be, is worse than none.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract ->
            StepTree.steps(contract)
                .filter(Step.Wait.class::isInstance)
                .flatMap(step -> judge(contract, (Step.Wait) step)));
  }

  private Stream<Finding> judge(Contract contract, Step.Wait wait) {
    if (!(wait.pause() instanceof Pause.Until(var moment, var ifPast, var ifGone))) {
      return Stream.empty();
    }
    Optional<Step.Send> message = message(wait.body());
    Stream<Finding> past =
        message
            .filter(_ -> ifPast instanceof Consequence.GoOn && moment.offset().isNegative())
            .map(send -> late(contract, wait, moment, send))
            .stream();
    Stream<Finding> gone =
        message
            .filter(_ -> ifGone instanceof Consequence.GoOn)
            .map(send -> absent(contract, wait, moment, send))
            .stream();
    return Stream.concat(past, gone);
  }

  private Finding late(Contract contract, Step.Wait wait, Moment moment, Step.Send send) {
    return found(
        contract,
        wait.name().text(),
        wait.position(),
        "where %s before %s has passed already, *%s* goes out all the same, perhaps after %s itself"
            .formatted(
                Spans.words(moment.offset().negated()),
                words(moment.anchor()),
                send.name(),
                words(moment.anchor())),
        "say ifPast(skip()), or ifPast(then(...)) with other words.");
  }

  private Finding absent(Contract contract, Step.Wait wait, Moment moment, Step.Send send) {
    return found(
        contract,
        wait.name().text(),
        wait.position(),
        "where %s is off, *%s* speaks of it all the same"
            .formatted(words(moment.anchor()), send.name()),
        "say ifGone(skip()), or ifGone(thenExit(\"...\")).");
  }

  // the first message on the straight way through the body
  private static Optional<Step.Send> message(Path body) {
    for (Step step : body.steps()) {
      switch (step) {
        case Step.Send send -> {
          return Optional.of(send);
        }
        case Step.Act _ -> {}
        case Step.Wait(_, Pause.For _, Path inner, _, _) -> {
          Optional<Step.Send> inside = message(inner);
          if (inside.isPresent()) {
            return inside;
          }
        }
        case Step.Repeat(_, _, Path inner, _, _) -> {
          return message(inner);
        }
        case Step.Wait _, Step.Await _, Step.Branch _, Step.Split _, Step.Leave _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static String words(Anchor anchor) {
    return switch (anchor) {
      case Anchor.AppointmentStart _ -> "the appointment";
      case Anchor.DateField(var field, _) -> "the date in *%s*".formatted(field);
    };
  }
}
