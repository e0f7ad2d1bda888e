package dev.interlock.contract.text;

import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.OnFailure;
import java.util.Optional;

/// What happens when something goes wrong, as text.
final class FailureForm {
  private FailureForm() {}

  static Node.Group write(OnFailure onFailure) {
    Writing failing = Writing.group("failing").number(onFailure.retries());
    if (onFailure.equals(OnFailure.always(onFailure.retries(), onFailure.refused()))) {
      return failing.with(write("always", onFailure.refused())).done();
    }
    return failing
        .with(write("refused", onFailure.refused()))
        .with(write("blocked", onFailure.blocked()))
        .with(write("undelivered", onFailure.undelivered()))
        .done();
  }

  static OnFailure read(Reading step) {
    return step.group("failing", FailureForm::onFailure);
  }

  private static OnFailure onFailure(Reading parts) {
    int retries = parts.number();
    Optional<Consequence> always = parts.groupIfAny("always", FailureForm::consequence);
    if (always.isPresent()) {
      return OnFailure.always(retries, always.get());
    }
    return new OnFailure(
        retries,
        parts.group("refused", FailureForm::consequence),
        parts.group("blocked", FailureForm::consequence),
        parts.group("undelivered", FailureForm::consequence));
  }

  /// A consequence under the word of what it follows from.
  static Node.Group write(String word, Consequence consequence) {
    return Writing.group(word).with(write(consequence)).done();
  }

  static Consequence consequence(Reading parts) {
    return parts.group(FailureForm::read);
  }

  private static Node.Group write(Consequence consequence) {
    return switch (consequence) {
      case Consequence.GoOn() -> Writing.group("go-on").done();
      case Consequence.Skip() -> Writing.group("skip").done();
      case Consequence.Take(var path) -> Writing.group("take").path(path).done();
    };
  }

  private static Consequence read(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "go-on" -> new Consequence.GoOn();
              case "skip" -> new Consequence.Skip();
              case "take" -> new Consequence.Take(parts.path());
              default -> throw parts.unknown("a consequence");
            });
  }
}
