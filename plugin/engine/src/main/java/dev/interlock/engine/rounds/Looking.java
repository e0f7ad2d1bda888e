package dev.interlock.engine.rounds;

import java.time.Duration;

/// How the CRM is read for what its webhooks never told.
///
/// @param every how long after a round the next one is due; zero for no rounds at all
/// @param settled how old a thing has to be: its webhook has that long to arrive by itself
/// @param overlap how far a round looks back behind the end of the one before, since a CRM's
///   searches lag behind
/// @param share which part of the calls that commands are allowed readings may make besides
/// @param burst how many calls readings may make at once when they made none for a while
public record Looking(Duration every, Duration settled, Duration overlap, double share, int burst) {
  private static final Looking USUAL = every(Duration.ofMinutes(5));

  public Looking {
    if (every.isNegative() || every.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("looking.every is " + every + "; say up to a day");
    }
    if (settled.isNegative() || overlap.isNegative()) {
      throw new IllegalArgumentException("looking.settled and looking.overlap are not negative");
    }
    if (!(share > 0) || share > 1) {
      throw new IllegalArgumentException("looking.share is " + share + "; say more than 0, to 1");
    }
    if (burst < 1) {
      throw new IllegalArgumentException("looking.burst is " + burst + "; say 1 or more");
    }
  }

  /// Every five minutes, with a fiftieth of the calls: one in five seconds where commands are
  /// allowed ten per second.
  public static Looking usual() {
    return USUAL;
  }

  /// As usual, but so often.
  public static Looking every(Duration pause) {
    return new Looking(pause, Duration.ofMinutes(2), Duration.ofMinutes(10), 0.02, 5);
  }

  /// The same where time runs so many times faster than life: webhooks and readings take as long as
  /// ever.
  public Looking atSpeed(double factor) {
    Duration least = Duration.ofMillis(Math.round(10_000 * factor));
    Duration day = Duration.ofDays(1);
    Duration pause = longer(every, least).compareTo(day) > 0 ? day : longer(every, least);
    return new Looking(
        isOn() ? pause : every, longer(settled, least), longer(overlap, least), share, burst);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /// Never.
  public static Looking never() {
    return every(Duration.ZERO);
  }

  /// Whether there are rounds at all.
  public boolean isOn() {
    return !every.isZero();
  }
}
