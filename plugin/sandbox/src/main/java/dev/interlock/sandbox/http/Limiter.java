package dev.interlock.sandbox.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts requests against the limits, in fixed windows of the sandbox's time.
final class Limiter {
  private final RateLimit limit;
  private final InstantSource clock;
  private Instant windowEnds = Instant.MIN;
  private int leftInWindow;
  private long day = Long.MIN_VALUE;
  private int leftToday;

  Limiter(RateLimit limit, InstantSource clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /// What the limits say to one request.
  ///
  /// @param admitted whether it may pass
  /// @param headers what the answer says about the limits
  record Verdict(boolean admitted, Map<String, String> headers) {}

  synchronized Verdict admit() {
    turnWindows();
    boolean admitted = leftInWindow > 0 && leftToday > 0;
    if (admitted) {
      leftInWindow--;
      leftToday--;
    }
    return new Verdict(admitted, headers());
  }

  private void turnWindows() {
    var now = clock.instant();
    if (!now.isBefore(windowEnds)) {
      windowEnds = now.plus(limit.interval());
      leftInWindow = limit.burst();
    }
    long today = now.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    if (today != day) {
      day = today;
      leftToday = limit.daily();
    }
  }

  private Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("X-RateLimit-Limit-Daily", Integer.toString(limit.daily()));
    headers.put("X-RateLimit-Daily-Remaining", Integer.toString(leftToday));
    headers.put("X-RateLimit-Interval-Milliseconds", Long.toString(limit.interval().toMillis()));
    headers.put("X-RateLimit-Max", Integer.toString(limit.burst()));
    headers.put("X-RateLimit-Remaining", Integer.toString(leftInWindow));
    headers.put("x-ratelimit-daily-reset", Long.toString(untilMidnight().toMillis()));
    return headers;
  }

  private Duration untilMidnight() {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return Duration.between(
        now, now.toLocalDate().plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
  }
}
