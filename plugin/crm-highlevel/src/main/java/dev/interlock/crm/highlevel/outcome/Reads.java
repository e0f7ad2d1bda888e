package dev.interlock.crm.highlevel.outcome;

import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.Failure;
import java.time.Duration;

/// What an answer means to somebody who only wanted to read.
public final class Reads {
  private Reads() {}

  public static <T> Read<T> of(Answer<T> answer) {
    return switch (answer) {
      case Answer.Ok<T>(_, var value, _) -> new Read.Got<>(value);
      case Answer.Failed<T> failed -> failed(failed);
    };
  }

  private static <T> Read<T> failed(Answer.Failed<T> failed) {
    Failure failure = failed.failure();
    String words = failure.inWords();
    return switch (failure) {
      case Failure.Unauthorized refusal ->
          new Read.Refused<>(Advice.code(refusal), Advice.on(failed, refusal));
      case Failure.Forbidden refusal -> new Read.Refused<>("forbidden", Advice.on(refusal));
      // only the contact's own reading can say that the contact is gone
      case Failure.NotFound _ -> new Read.Refused<>("not-found", words);
      case Failure.RateLimited(Duration pause, _) -> new Read.TryLater<>(pause, words);
      case Failure.Withheld(Duration pause, _) -> new Read.TryLater<>(pause, words);
      case Failure.Invalid _, Failure.Refusal _ -> new Read.Refused<>("invalid", words);
      case Failure.Conflict _,
          Failure.ServerError _,
          Failure.TimedOut _,
          Failure.Unreadable _,
          Failure.DeniesSuccess _,
          Failure.ConnectionFailed _,
          Failure.ConnectionLost _ ->
          new Read.TryLater<>(Advice.SHORT, words);
      case Failure.Unexpected _ -> new Read.TryLater<>(Advice.LONG, words);
    };
  }
}
