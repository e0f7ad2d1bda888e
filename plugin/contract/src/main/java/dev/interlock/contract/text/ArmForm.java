package dev.interlock.contract.text;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Step.Arm;
import dev.interlock.contract.model.Step.Choice;
import dev.interlock.contract.model.Step.Share;
import dev.interlock.contract.model.Step.Silence;
import java.util.List;

/// The ways on out of a step, and the run-wide handlers, as text.
final class ArmForm {
  private ArmForm() {}

  static Node.Group write(Arm arm) {
    return Writing.line("when", arm.position())
        .with(EventForm.write(arm.event()))
        .with(ConditionForm.unlessAlways(arm.guard()), ConditionForm::writeGuard)
        .unlessEmpty("why", arm.why())
        .path(arm.path())
        .done();
  }

  static List<Arm> readArms(Reading parts) {
    return parts.groups("when", ArmForm::arm);
  }

  private static Arm arm(Reading parts) {
    EventPattern event = parts.group(EventForm::read);
    Condition guard = ConditionForm.readGuard(parts);
    String why = parts.textIn("why");
    return new Arm(event, guard, parts.path(), why, parts.position());
  }

  static Node.Group write(Silence silence) {
    return Writing.line("silent", silence.position())
        .with(write(silence.deadline()))
        .unlessEmpty("why", silence.why())
        .path(silence.path())
        .done();
  }

  static Silence readSilence(Reading parts) {
    return parts.group("silent", ArmForm::silence);
  }

  private static Silence silence(Reading parts) {
    Deadline deadline = parts.group(ArmForm::readDeadline);
    String why = parts.textIn("why");
    return new Silence(deadline, parts.path(), why, parts.position());
  }

  private static Node.Group write(Deadline deadline) {
    return switch (deadline) {
      case Deadline.After(var span) -> Writing.group("for").span(span).done();
      case Deadline.At(var moment) -> Writing.group("until").with(TimeForm.write(moment)).done();
    };
  }

  private static Deadline readDeadline(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "for" -> new Deadline.After(parts.span());
              case "until" -> new Deadline.At(parts.group(TimeForm::readMoment));
              default -> throw parts.unknown("how long silence lasts");
            });
  }

  static Node.Group write(Choice choice) {
    return Writing.line("if", choice.position())
        .with(ConditionForm.write(choice.guard()))
        .unlessEmpty("why", choice.why())
        .path(choice.path())
        .done();
  }

  static List<Choice> readChoices(Reading parts) {
    return parts.groups("if", ArmForm::choice);
  }

  private static Choice choice(Reading parts) {
    Condition guard = parts.group(ConditionForm::read);
    String why = parts.textIn("why");
    return new Choice(guard, parts.path(), why, parts.position());
  }

  static Node.Group write(Share share) {
    return Writing.line("share", share.position())
        .number(share.percent())
        .path(share.path())
        .done();
  }

  static List<Share> readShares(Reading parts) {
    return parts.groups(
        "share", share -> new Share(share.number(), share.path(), share.position()));
  }

  static Node.Group write(Handler handler) {
    return Writing.line("whenever", handler.position())
        .with(EventForm.write(handler.event()))
        .with(ConditionForm.unlessAlways(handler.guard()), ConditionForm::writeGuard)
        .unlessEmpty("why", handler.why())
        .path(handler.path())
        .done();
  }

  static Handler readHandler(Reading parts) {
    EventPattern event = parts.group(EventForm::read);
    Condition guard = ConditionForm.readGuard(parts);
    String why = parts.textIn("why");
    return new Handler(event, guard, parts.path(), why, parts.position());
  }
}
