package dev.interlock.sandbox.webhooks;

import java.time.Duration;
import java.util.Optional;

/// Which failed deliveries are tried again, and when.
///
/// Pauses are in the sandbox's time.
///
/// @param attempts how often a webhook is sent at most
/// @param first the pause after the first failure
/// @param growth by what each further pause is multiplied
/// @param longest no pause is longer
public record RetryPolicy(
    Retried retried, int attempts, Duration first, double growth, Duration longest) {

  /// Which answers are failures worth another try.
  public enum Retried {
    /// Only 429.
    TOO_MANY_REQUESTS,
    /// 429, 5xx, and no answer at all.
    OVERLOAD_AND_FAULTS,
    /// Everything but 2xx.
    ANYTHING
  }

  /// Tries again after 10 s, 20 s, 40 s and so on, twelve times in all.
  public static final RetryPolicy PATIENT =
      new RetryPolicy(
          Retried.OVERLOAD_AND_FAULTS, 12, Duration.ofSeconds(10), 2, Duration.ofHours(2));

  /// What the vendor's guide said until 2025: only a 429 is retried, six times, ten minutes apart.
  public static final RetryPolicy VENDOR_2025 =
      new RetryPolicy(
          Retried.TOO_MANY_REQUESTS, 7, Duration.ofMinutes(10), 1, Duration.ofMinutes(10));

  /// What the vendor's guide says since 2026: any failure is retried, with growing pauses.
  public static final RetryPolicy VENDOR_2026 =
      new RetryPolicy(Retried.ANYTHING, 12, Duration.ofSeconds(30), 2, Duration.ofHours(4));

  /// How long to wait after an attempt; empty when it was the last.
  ///
  /// @param attempt the one that failed, from 1
  /// @param answer the receiver's status; 0 when there was none
  Optional<Duration> pauseAfter(int attempt, int answer) {
    if (attempt >= attempts || !covers(answer)) {
      return Optional.empty();
    }
    double millis = (double) first.toMillis() * Math.pow(growth, attempt - 1);
    return Optional.of(Duration.ofMillis((long) Math.min(millis, (double) longest.toMillis())));
  }

  private boolean covers(int answer) {
    return switch (retried) {
      case TOO_MANY_REQUESTS -> answer == 429;
      case OVERLOAD_AND_FAULTS -> answer == 429 || answer >= 500 || answer == 0;
      case ANYTHING -> answer < 200 || answer >= 300;
    };
  }
}
