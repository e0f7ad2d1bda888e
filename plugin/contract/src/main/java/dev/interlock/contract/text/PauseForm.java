package dev.interlock.contract.text;

import dev.interlock.contract.model.Pause;

/// What a wait waits for, as text.
final class PauseForm {
  private PauseForm() {}

  static Node.Group write(Pause pause) {
    return switch (pause) {
      case Pause.For(var span) -> Writing.group("for").span(span).done();
      case Pause.Into(var window) -> Writing.group("into").with(TimeForm.write(window)).done();
      case Pause.Until(var moment, var ifPast, var ifGone) ->
          Writing.group("until")
              .with(TimeForm.write(moment))
              .with(FailureForm.write("if-past", ifPast))
              .with(FailureForm.write("if-gone", ifGone))
              .done();
    };
  }

  static Pause read(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "for" -> new Pause.For(parts.span());
              case "into" -> new Pause.Into(parts.group(TimeForm::readWindow));
              case "until" ->
                  new Pause.Until(
                      parts.group(TimeForm::readMoment),
                      parts.group("if-past", FailureForm::consequence),
                      parts.group("if-gone", FailureForm::consequence));
              default -> throw parts.unknown("what a wait waits for");
            });
  }
}
