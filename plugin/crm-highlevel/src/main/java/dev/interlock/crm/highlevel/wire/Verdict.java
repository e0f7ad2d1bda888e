package dev.interlock.crm.highlevel.wire;

import dev.interlock.crm.highlevel.wire.Failure.Unauthorized;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

/// Decides what a reply means. Pure, but for the clock that some rate-limit headers need.
final class Verdict {
  /// Without headers the CRM does not say how long to wait; callers go on doubling from here.
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /// When the CRM's day turns is not documented, so a location without calls knocks once an hour.
  private static final Duration PAUSE_FOR_THE_DAY = Duration.ofHours(1);

  /// Resets above this many milliseconds are moments, below it they are durations.
  private static final long MOMENTS_FROM = 100_000_000_000L;

  private final InstantSource clock;

  Verdict(InstantSource clock) {
    this.clock = clock;
  }

  <T> Answer<T> on(Operation operation, Reply reply, Function<Json, T> reader) {
    var envelope = reply.envelope();
    if (!reply.isSuccess()) {
      return new Answer.Failed<>(operation, failure(reply), envelope);
    }
    if (!reply.flaw().isEmpty()) {
      return new Answer.Failed<>(operation, unreadable(reply, reply.flaw()), envelope);
    }
    if (reply.deniesSuccess()) {
      var denied = new Failure.DeniesSuccess(Wording.cleaned(reply.messages()));
      return new Answer.Failed<>(operation, denied, envelope);
    }
    try {
      return new Answer.Ok<>(operation, reader.apply(reply.json()), envelope);
    } catch (WrongShapeException wrong) {
      return new Answer.Failed<>(operation, unreadable(reply, wrong.flaw()), envelope);
    }
  }

  private static Failure unreadable(Reply reply, String reason) {
    return new Failure.Unreadable(reply.head().status(), reason);
  }

  private Failure failure(Reply reply) {
    int status = reply.status();
    List<String> messages = Wording.cleaned(reply.messages());
    String message = String.join("; ", messages);
    return switch (status) {
      case 400, 422 -> Refusals.in(reply).orElseGet(() -> invalid(reply, messages));
      case 401 -> new Unauthorized(kind(message.toLowerCase(Locale.ROOT)), message);
      case 403 -> new Failure.Forbidden(message);
      case 404 -> new Failure.NotFound(message);
      case 409 -> new Failure.Conflict(message);
      case 429 -> rateLimited(reply);
      default ->
          status >= 500
              ? new Failure.ServerError(status, message)
              : new Failure.Unexpected(status, message);
    };
  }

  private static Failure invalid(Reply reply, List<String> messages) {
    return new Failure.Invalid(reply.status(), messages, reply.code(), reply.meta());
  }

  /// Whatever is not known to be configuration may be cured by a fresh token, which is tried once.
  private static Unauthorized.Kind kind(String message) {
    if (message.contains("not authorized for this scope")
        || message.contains("authclass type is not allowed")) {
      return Unauthorized.Kind.SCOPE;
    }
    return message.contains("route is not yet supported")
        ? Unauthorized.Kind.WRONG_ROUTE
        : Unauthorized.Kind.EXPIRED_TOKEN;
  }

  private Failure rateLimited(Reply reply) {
    OptionalLong leftToday = reply.head().limits().leftToday();
    if (leftToday.isPresent() && leftToday.getAsLong() <= 0) {
      return new Failure.RateLimited(untilTheDayTurns(reply.head().limits()), true);
    }
    Duration window = reply.head().limits().window().orElse(SHORTEST_PAUSE);
    return new Failure.RateLimited(clamped(longer(window, asked(reply)), LONGEST_PAUSE), false);
  }

  private Duration untilTheDayTurns(RateLimits limits) {
    OptionalLong reset = limits.meter(RateLimits.Meter.DAILY_RESET);
    if (reset.isEmpty() || reset.getAsLong() <= 0) {
      return PAUSE_FOR_THE_DAY;
    }
    return clamped(dayTurnsIn(reset.getAsLong(), clock.instant()), Duration.ofDays(1));
  }

  static Duration dayTurnsIn(long millis, Instant now) {
    return millis > MOMENTS_FROM
        ? Duration.ofMillis(millis - now.toEpochMilli())
        : Duration.ofMillis(millis);
  }

  /// `Retry-After` is not documented; where it comes as seconds it is honoured.
  private static Duration asked(Reply reply) {
    String seconds = reply.head().retryAfter().strip();
    return seconds.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : SHORTEST_PAUSE;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration clamped(Duration pause, Duration longest) {
    Duration enough = longer(pause, SHORTEST_PAUSE);
    return enough.compareTo(longest) > 0 ? longest : enough;
  }
}
