package dev.interlock.sandbox.http;

import java.time.Duration;

/// How many requests the API takes.
///
/// @param burst how many in each interval
/// @param interval the length of an interval, in the sandbox's time
/// @param daily how many in each day
public record RateLimit(int burst, Duration interval, int daily) {
  /// What the vendor documents: 100 in 10 seconds, 200,000 a day.
  public static final RateLimit VENDOR = new RateLimit(100, Duration.ofSeconds(10), 200_000);

  /// As good as none. The headers are sent all the same.
  public static final RateLimit GENEROUS =
      new RateLimit(1_000_000, Duration.ofSeconds(10), 1_000_000_000);
}
