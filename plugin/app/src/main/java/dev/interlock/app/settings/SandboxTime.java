package dev.interlock.app.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The time of a sandbox that runs faster than life, shared between processes as a text.
///
/// @param start what it showed at the beginning
/// @param origin when that was, in real time
/// @param factor how many times faster than life it runs
/// @param jump what becomes of the clock of one process meanwhile, to see what it makes of that
public record SandboxTime(Instant start, Instant origin, double factor, Optional<Jump> jump) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<start>[^@*,]+)@(?<origin>[^@*,]+)\\*(?<factor>[^@*,]+)(,(?<by>[^@*,]+)@(?<at>[^@*,]+))?");

  public SandboxTime(Instant start, Instant origin, double factor) {
    this(start, origin, factor, Optional.empty());
  }

  /// Somebody sets the clock.
  ///
  /// @param by how far ahead, or back where it is negative
  /// @param at when, in real time
  public record Jump(Duration by, Instant at) {
    @Override
    public String toString() {
      return "," + by + "@" + at;
    }
  }

  /// The time in a text such as `2026-11-02T13:00:00Z@2026-11-23T05:40:12Z*600`, or with a jump
  /// behind it, such as `,PT-20M@2026-11-23T05:41:00Z`.
  static Optional<SandboxTime> of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      double factor = Double.parseDouble(parts.group("factor"));
      var jump =
          Optional.ofNullable(parts.group("by"))
              .map(by -> new Jump(Duration.parse(by), Instant.parse(parts.group("at"))));
      return factor > 0 && factor <= 1_000_000
          ? Optional.of(
              new SandboxTime(
                  Instant.parse(parts.group("start")),
                  Instant.parse(parts.group("origin")),
                  factor,
                  jump))
          : Optional.empty();
    } catch (DateTimeException | NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return start + "@" + origin + "*" + factor + jump.map(Jump::toString).orElse("");
  }
}
