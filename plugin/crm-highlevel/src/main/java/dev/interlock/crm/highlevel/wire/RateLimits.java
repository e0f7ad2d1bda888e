package dev.interlock.crm.highlevel.wire;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the CRM's headers say about our budget; each of them may be missing.
public record RateLimits(Map<Meter, Long> meters) {

  /// No header said anything.
  public static final RateLimits UNKNOWN = new RateLimits(Map.of());

  /// The headers in use.
  public enum Meter {
    /// Calls per day.
    DAILY_LIMIT("X-RateLimit-Limit-Daily"),
    /// Calls left today.
    DAILY_REMAINING("X-RateLimit-Daily-Remaining"),
    /// When the day turns, in milliseconds.
    DAILY_RESET("X-RateLimit-Daily-Reset"),
    /// Length of the burst window in milliseconds.
    WINDOW("X-RateLimit-Interval-Milliseconds"),
    /// Calls per burst window.
    WINDOW_LIMIT("X-RateLimit-Max"),
    /// Calls left in this burst window.
    WINDOW_REMAINING("X-RateLimit-Remaining");

    private final String header;

    Meter(String header) {
      this.header = header;
    }

    /// The header's name; headers are found without regard to case.
    public String header() {
      return header;
    }
  }

  public RateLimits {
    meters = Map.copyOf(meters);
  }

  /// Reads whatever can be read; what is not a number is taken as missing.
  static RateLimits of(Function<String, @Nullable String> headers) {
    var meters = new EnumMap<Meter, Long>(Meter.class);
    for (Meter meter : Meter.values()) {
      String value = headers.apply(meter.header());
      if (value != null) {
        number(value).ifPresent(number -> meters.put(meter, number));
      }
    }
    return new RateLimits(meters);
  }

  /// What one meter says, if its header was there.
  public OptionalLong meter(Meter meter) {
    Long value = meters.get(meter);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /// Calls left today.
  public OptionalLong leftToday() {
    return meter(Meter.DAILY_REMAINING);
  }

  /// Calls left in this burst window.
  public OptionalLong leftInWindow() {
    return meter(Meter.WINDOW_REMAINING);
  }

  /// Length of the burst window.
  public Optional<Duration> window() {
    OptionalLong window = meter(Meter.WINDOW);
    return window.isPresent() && window.getAsLong() > 0
        ? Optional.of(Duration.ofMillis(window.getAsLong()))
        : Optional.empty();
  }

  private static Optional<Long> number(String value) {
    try {
      return Optional.of(Long.parseLong(value.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
