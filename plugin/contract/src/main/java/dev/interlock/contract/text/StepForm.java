package dev.interlock.contract.text;

import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.StepName;

/// Steps as text, each on its line.
final class StepForm {
  private StepForm() {}

  static Node.Group write(Step step) {
    return switch (step) {
      case Step.Send(var name, var message, var terms, var why, var onFailure, var position) ->
          TermsForm.write(
                  Writing.line("send", position).text(name.text()).with(MessageForm.write(message)),
                  terms)
              .unlessEmpty("why", why)
              .with(FailureForm.write(onFailure))
              .done();
      case Step.Act(var name, var action, var why, var onFailure, var position) ->
          Writing.line("act", position)
              .text(name.text())
              .with(ActionForm.write(action))
              .unlessEmpty("why", why)
              .with(FailureForm.write(onFailure))
              .done();
      case Step.Wait(var name, var pause, var body, var why, var position) ->
          Writing.line("wait", position)
              .text(name.text())
              .with(PauseForm.write(pause))
              .unlessEmpty("why", why)
              .path(body)
              .done();
      case Step.Await(var name, var arms, var silence, var why, var position) ->
          Writing.line("await", position)
              .text(name.text())
              .unlessEmpty("why", why)
              .with(arms, ArmForm::write)
              .with(ArmForm.write(silence))
              .done();
      case Step.Branch(var name, var choices, var otherwise, var unknown, var why, var position) ->
          Writing.line("branch", position)
              .text(name.text())
              .unlessEmpty("why", why)
              .with(choices, ArmForm::write)
              .with(Writing.line("otherwise").path(otherwise).done())
              .with(unknown, path -> Writing.line("unknown").path(path).done())
              .done();
      case Step.Split(var name, var shares, var why, var position) ->
          Writing.line("split", position)
              .text(name.text())
              .unlessEmpty("why", why)
              .with(shares, ArmForm::write)
              .done();
      case Step.Repeat(var name, var times, var body, var why, var position) ->
          Writing.line("repeat", position)
              .text(name.text())
              .number(times)
              .unlessEmpty("why", why)
              .path(body)
              .done();
      case Step.Leave(var exit, var position) ->
          Writing.line("leave", position).text(exit.text()).done();
    };
  }

  static Step read(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "send" -> send(parts);
              case "act" -> act(parts);
              case "wait" -> pause(parts);
              case "await" -> await(parts);
              case "branch" -> branch(parts);
              case "split" -> split(parts);
              case "repeat" -> repeat(parts);
              case "leave" -> new Step.Leave(new ExitName(parts.text()), parts.position());
              default -> throw parts.unknown("a step");
            });
  }

  private static Step send(Reading parts) {
    return new Step.Send(
        new StepName(parts.text()),
        parts.group(MessageForm::read),
        TermsForm.read(parts),
        parts.textIn("why"),
        FailureForm.read(parts),
        parts.position());
  }

  private static Step act(Reading parts) {
    return new Step.Act(
        new StepName(parts.text()),
        parts.group(ActionForm::read),
        parts.textIn("why"),
        FailureForm.read(parts),
        parts.position());
  }

  private static Step pause(Reading parts) {
    StepName name = new StepName(parts.text());
    var pause = parts.group(PauseForm::read);
    String why = parts.textIn("why");
    return new Step.Wait(name, pause, parts.path(), why, parts.position());
  }

  private static Step await(Reading parts) {
    StepName name = new StepName(parts.text());
    String why = parts.textIn("why");
    return new Step.Await(
        name, ArmForm.readArms(parts), ArmForm.readSilence(parts), why, parts.position());
  }

  private static Step branch(Reading parts) {
    StepName name = new StepName(parts.text());
    String why = parts.textIn("why");
    return new Step.Branch(
        name,
        ArmForm.readChoices(parts),
        parts.group("otherwise", Reading::path),
        parts.groupIfAny("unknown", Reading::path),
        why,
        parts.position());
  }

  private static Step split(Reading parts) {
    StepName name = new StepName(parts.text());
    String why = parts.textIn("why");
    return new Step.Split(name, ArmForm.readShares(parts), why, parts.position());
  }

  private static Step repeat(Reading parts) {
    StepName name = new StepName(parts.text());
    int times = parts.number();
    String why = parts.textIn("why");
    return new Step.Repeat(name, times, parts.path(), why, parts.position());
  }
}
