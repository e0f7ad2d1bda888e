package dev.interlock.crm.highlevel.outcome;

import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.Failure;
import dev.interlock.crm.highlevel.wire.WireContact;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Recognises that a contact is no longer there: deleted, or merged into another one.
public final class Gone {
  /// How a 400 says what should have been a 404.
  private static final List<String> WORDS =
      List.of("not found", "does not exist", "invalid contact", "deleted");

  private Gone() {}

  /// Why the contact is gone; empty when it is there, or nobody can tell.
  public static Optional<String> reason(Answer<WireContact> reading) {
    if (!(reading instanceof Answer.Failed<WireContact> failed)) {
      return Optional.empty();
    }
    return switch (failed.failure()) {
      case Failure.NotFound missing -> Optional.of(missing.inWords());
      case Failure.Invalid invalid when saysSo(invalid) -> Optional.of(invalid.inWords());
      case Failure _ -> Optional.empty();
    };
  }

  private static boolean saysSo(Failure.Invalid invalid) {
    String words = String.join(" ", invalid.messages()).toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(words::contains);
  }
}
