package dev.interlock.verifier.rule.message;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Spans;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Distinct;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.template.Templates;
import dev.interlock.verifier.timing.Ahead;
import dev.interlock.verifier.timing.Held;
import dev.interlock.verifier.timing.Moments;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Messages that can be held back until the moment of which they speak has passed.
///
/// A message speaks of a moment when it stands in the body of a wait for one, or when its text
/// names the day, date or time of an appointment that may still be ahead.
final class DeferredTooLate implements Rule {
  private static final Set<String> WHEN =
      Set.of("appointment.day", "appointment.date", "appointment.time");

  private static final String HOLDERS =
      "quiet hours, limits and further tries can hold it back for %s, and it never expires";

  private final Templates templates;

  DeferredTooLate(Templates templates) {
    this.templates = templates;
  }

  @Override
  public String id() {
    return "E-DEFERRED-TOO-LATE";
  }

  @Override
  public String reason() {
    return "*See you in an hour*, held back over night, is read when the hour is long past.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract ->
            Moments.in(contract).stream()
                .flatMap(due -> judge(set.operation(), contract, due).stream())
                .filter(Distinct.by(finding -> finding.at() + finding.message())));
  }

  private Optional<Finding> judge(Operation operation, Contract contract, Moments.Due due) {
    return switch (due.ahead()) {
      case Ahead.Left(var time, var until) -> left(operation, contract, due.send(), time, until);
      case Ahead.Unknown _ -> unknown(operation, contract, due.send());
      case Ahead.Passed _ -> Optional.empty();
    };
  }

  private Optional<Finding> left(
      Operation operation, Contract contract, Step.Send send, Duration time, String until) {
    Duration latest = Held.untilItExpires(operation, send);
    if (latest.compareTo(time) <= 0) {
      return Optional.empty();
    }
    String due = "*%s* is due %s before %s".formatted(send.name(), Spans.words(time), until);
    String why =
        send.terms()
            .expiresAfter()
            .map(span -> "it expires only after " + Spans.words(span))
            .orElseGet(() -> HOLDERS.formatted(Spans.words(latest)));
    return Optional.of(
        late(
            contract,
            send,
            due + "; " + why,
            "say expiresAfter(...) for less than %s, and onBlocked(...)."
                .formatted(Spans.words(time))));
  }

  private Optional<Finding> unknown(Operation operation, Contract contract, Step.Send send) {
    Duration held = Held.longest(operation, send);
    if (held.isZero() || send.terms().expiresAfter().isPresent() || !saysWhen(send)) {
      return Optional.empty();
    }
    return Optional.of(
        late(
            contract,
            send,
            "*%s* says when the appointment is; %s"
                .formatted(send.name(), HOLDERS.formatted(Spans.words(held))),
            "say expiresAfter(...), and onBlocked(...)."));
  }

  private boolean saysWhen(Step.Send send) {
    return switch (send.message()) {
      case Message.Sms(var body) -> saysWhen(body);
      case Message.Email(var subject, var body) -> saysWhen(subject) || saysWhen(body);
    };
  }

  private boolean saysWhen(String template) {
    return templates.variables(template).stream().anyMatch(WHEN::contains);
  }

  private Finding late(Contract contract, Step.Send send, String message, String help) {
    return found(contract, send.name().text(), send.position(), message, help);
  }
}
