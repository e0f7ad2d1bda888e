package dev.interlock.crm.highlevel.provision;

import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.Failure;
import dev.interlock.crm.inventory.Told;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Questions to the CRM, one after the other. Once it says that these are too many, none is asked
/// any more, and the whole round is one for later. Used by one thread.
final class Round {
  private Optional<Pause> pause = Optional.empty();

  private record Pause(Duration length, String reason) {}

  <T> Told<T> ask(Supplier<Answer<T>> question) {
    if (pause.isPresent()) {
      return new Told.Missed<>(pause.get().reason());
    }
    return switch (question.get()) {
      case Answer.Ok<T>(_, var value, _) -> new Told.Known<>(value);
      case Answer.Failed<T> failed -> failed(failed);
    };
  }

  private <T> Told<T> failed(Answer.Failed<T> failed) {
    Failure failure = failed.failure();
    String words = failure.inWords();
    return switch (failure) {
      case Failure.RateLimited(var length, _) -> later(length, words);
      case Failure.Withheld(var length, _) -> later(length, words);
      case Failure.Unauthorized(var kind, _) ->
          switch (kind) {
            case SCOPE -> new Told.NoScope<>(failed.operation().scope());
            case WRONG_ROUTE -> new Told.Never<>("this CRM does not know the call for it");
            case EXPIRED_TOKEN, UNINSTALLED -> new Told.Missed<>(words);
          };
      case Failure.Forbidden _,
          Failure.NotFound _,
          Failure.Conflict _,
          Failure.Invalid _,
          Failure.Refusal _,
          Failure.ServerError _,
          Failure.TimedOut _,
          Failure.Unreadable _,
          Failure.DeniesSuccess _,
          Failure.ConnectionFailed _,
          Failure.ConnectionLost _,
          Failure.Unexpected _ ->
          new Told.Missed<>(words);
    };
  }

  private <T> Told<T> later(Duration length, String reason) {
    pause = Optional.of(new Pause(length, reason));
    return new Told.Missed<>(reason);
  }

  /// What the round brought, unless the CRM wanted it to be later.
  <T> Read<T> end(Supplier<T> result) {
    return pause
        .<Read<T>>map(wanted -> new Read.TryLater<>(wanted.length(), wanted.reason()))
        .orElseGet(() -> new Read.Got<>(result.get()));
  }
}
