package dev.interlock.engine.json;

import dev.interlock.contract.contact.MessageId;
import dev.interlock.core.run.Outcome;
import java.util.Optional;
import java.util.Set;

/// How outcomes are written down. Of a reading only is kept that there was one: what was read is
/// not ours to keep, and can be read again.
final class OutcomeForm {
  /// What the CRM calls the thing that was made.
  private static final Set<String> OWN = Set.of("message", "reference");

  private OutcomeForm() {}

  static Written apart(Outcome outcome) {
    return write(outcome).apart(OWN);
  }

  static Out write(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var message, var reference) ->
          Out.is("done").maybe("message", message).maybe("reference", reference);
      case Outcome.AlreadySo _ -> Out.is("already-so");
      case Outcome.Refused(var code, var reason) ->
          Out.is("refused").text("code", code).text("reason", reason);
      case Outcome.Blocked(var reason) -> Out.is("blocked").text("reason", reason);
      case Outcome.Postponed(var until, var reason, var attempts) ->
          Out.is("postponed")
              .time("until", until)
              .text("reason", reason)
              .number("attempts", attempts);
      case Outcome.InDoubt(var reason) -> Out.is("in-doubt").text("reason", reason);
      case Outcome.ReadBack _ -> Out.is("read-back");
      case Outcome.ContactGone _ -> Out.is("contact-gone");
    };
  }

  /// The outcome; empty when it was a reading.
  static Optional<Outcome> read(In in) {
    String word = in.word();
    return switch (word) {
      case "done" ->
          Optional.of(
              new Outcome.Done(
                  in.maybe("message", MessageId::new), in.maybe("reference", String::valueOf)));
      case "already-so" -> Optional.of(new Outcome.AlreadySo());
      case "refused" -> Optional.of(new Outcome.Refused(in.text("code"), in.text("reason")));
      case "blocked" -> Optional.of(new Outcome.Blocked(in.text("reason")));
      case "postponed" ->
          Optional.of(
              new Outcome.Postponed(
                  in.time("until"), in.text("reason"), Math.toIntExact(in.number("attempts"))));
      case "in-doubt" -> Optional.of(new Outcome.InDoubt(in.text("reason")));
      case "read-back" -> Optional.empty();
      case "contact-gone" -> Optional.of(new Outcome.ContactGone());
      default -> throw In.unknown("outcome", word);
    };
  }
}
