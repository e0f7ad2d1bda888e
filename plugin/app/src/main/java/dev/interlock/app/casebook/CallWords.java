package dev.interlock.app.casebook;

import dev.interlock.engine.read.CallCount;
import dev.interlock.engine.read.DayLine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// What is told of an account's calls to its CRM.
public final class CallWords {
  private static final Times TIMES = new Times(ZoneOffset.UTC);

  private CallWords() {}

  /// How many are left today, and when there are new ones.
  public static String today(Optional<DayLine> said, Instant now) {
    if (said.isEmpty()) {
      return "the CRM has not said how many are left today";
    }
    DayLine day = said.get();
    if (day.isOver(now)) {
      return "a new day began at " + stamp(day.turns().orElse(now)) + ", and none was made since";
    }
    String of = day.most().isPresent() ? " of %,d".formatted(day.most().getAsLong()) : "";
    String left =
        day.left() == 0
            ? "none" + of + " left today"
            : "%,d%s left today".formatted(day.left(), of);
    return left
        + day.turns()
            .map(turn -> ", new ones at " + stamp(turn))
            .orElse(", and the CRM does not say when there are new ones");
  }

  private static String stamp(Instant moment) {
    return TIMES.stamp(moment) + " UTC";
  }

  /// How many a run takes, of those that ended lately.
  public static String perRun(OptionalDouble calls) {
    return calls.isEmpty()
        ? "no run has ended yet"
        : String.format(Locale.ROOT, "%.1f a run", calls.getAsDouble());
  }

  static OptionalDouble perRun(List<CallCount> counts) {
    long runs = counts.stream().mapToLong(CallCount::runs).sum();
    long calls = counts.stream().mapToLong(CallCount::calls).sum();
    return runs == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) calls / runs);
  }
}
