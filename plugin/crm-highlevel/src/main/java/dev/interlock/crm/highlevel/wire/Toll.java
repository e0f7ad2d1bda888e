package dev.interlock.crm.highlevel.wire;

import dev.interlock.crm.calls.Calls;
import dev.interlock.crm.calls.Heard;
import dev.interlock.crm.calls.Leave;
import dev.interlock.crm.calls.Quota;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// Has every single call of a location asked for, and tells what the answer says of the next ones.
record Toll(Calls calls, InstantSource clock) {

  /// Makes a call where leave is given for it.
  ///
  /// @param subject what the CRM may stumble over in it; empty where nobody could tell whether it
  ///   does
  <T> Answer<T> paid(Operation operation, Optional<String> subject, Supplier<Answer<T>> making) {
    Instant asked = clock.instant();
    return switch (calls.ask(asked)) {
      case Leave.Withheld(var until, var reason) ->
          new Answer.Failed<>(
              operation,
              new Failure.Withheld(Duration.between(asked, until), reason),
              Envelope.NONE);
      case Leave.Given(var number) -> made(number, asked, subject, making);
    };
  }

  private <T> Answer<T> made(
      long number, Instant asked, Optional<String> subject, Supplier<Answer<T>> making) {
    Heard heard = new Heard.Failing("the call broke off in an unforeseen way");
    try {
      Answer<T> answer = making.get();
      heard = heard(answer, subject);
      answer
          .envelope()
          .date()
          .ifPresent(theirs -> calls.heardClock(theirs, asked, clock.instant()));
      return answer;
    } finally {
      calls.heard(number, heard, clock.instant());
    }
  }

  private Heard heard(Answer<?> answer, Optional<String> subject) {
    Quota quota = quota(answer.envelope().limits());
    return switch (answer) {
      case Answer.Ok<?> _ -> new Heard.Answered(quota);
      // what it demands is not documented, so that it may be alone in refusing the token
      case Answer.Failed<?>(var operation, Failure.Unauthorized refusal, _, _)
          when operation == Operation.EXECUTE_TRIGGER ->
          new Heard.Failing(refusal.inWords(), subject);
      case Answer.Failed<?>(_, var failure, _, _) -> heard(failure, subject, quota);
    };
  }

  /// A missing scope closes one door of many, and a wrong route is our own fault.
  private static Heard heard(Failure failure, Optional<String> subject, Quota quota) {
    return switch (failure) {
      case Failure.RateLimited(var pause, var day) -> new Heard.TooMany(pause, day, quota);
      case Failure.Unauthorized(var kind, _) when kind == Failure.Unauthorized.Kind.EXPIRED_TOKEN ->
          new Heard.Failing(failure.inWords());
      case Failure.ConnectionFailed _ -> new Heard.Failing(failure.inWords());
      case Failure.TimedOut(var sent) when !sent -> new Heard.Failing(failure.inWords());
      case Failure.Forbidden _,
          Failure.ServerError _,
          Failure.TimedOut _,
          Failure.ConnectionLost _ ->
          new Heard.Failing(failure.inWords(), subject);
      case Failure.Unauthorized _,
          Failure.NotFound _,
          Failure.Conflict _,
          Failure.Invalid _,
          Failure.Refusal _,
          Failure.Unreadable _,
          Failure.DeniesSuccess _,
          Failure.Withheld _,
          Failure.Unexpected _ ->
          new Heard.Answered(quota);
    };
  }

  private Quota quota(RateLimits limits) {
    return new Quota(
        limits.window(),
        limits.meter(RateLimits.Meter.WINDOW_LIMIT),
        limits.leftInWindow(),
        limits.meter(RateLimits.Meter.DAILY_LIMIT),
        limits.leftToday(),
        dayTurnsIn(limits.meter(RateLimits.Meter.DAILY_RESET)));
  }

  private Optional<Duration> dayTurnsIn(OptionalLong reset) {
    return reset.isPresent()
        ? Optional.of(Verdict.dayTurnsIn(reset.getAsLong(), clock.instant()))
        : Optional.empty();
  }
}
