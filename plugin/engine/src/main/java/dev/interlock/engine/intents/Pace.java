package dev.interlock.engine.intents;

/// How fast commands of one installation are carried out.
///
/// @param atOnce how many are under way at the same time
/// @param burst how many may begin within one moment
/// @param perSecond how many may begin per second in the long run
public record Pace(int atOnce, int burst, double perSecond, Patience patience) {
  private static final int BURST_SECONDS = 10;
  private static final Pace USUAL = of(10);

  public Pace {
    if (atOnce < 1 || atOnce > 10_000) {
      throw new IllegalArgumentException("pace.atOnce is " + atOnce + "; say 1 to 10000");
    }
    if (burst < 1 || burst > 1_000_000) {
      throw new IllegalArgumentException("pace.burst is " + burst + "; say 1 to 1000000");
    }
    if (!(perSecond > 0) || perSecond > 1_000_000) {
      throw new IllegalArgumentException(
          "pace.perSecond is " + perSecond + "; say more than 0, to 1000000");
    }
  }

  /// What a CRM allows usually: a hundred in ten seconds.
  public static Pace usual() {
    return USUAL;
  }

  /// So many per second in the long run, as many at once as are saved up in ten seconds, and as
  /// many under way as that takes where a call takes a quarter of a second, within reason.
  public static Pace of(int perSecond) {
    return new Pace(
        Math.clamp(perSecond / 4, 32, 160),
        Math.clamp((long) perSecond * BURST_SECONDS, 1, 1_000_000),
        perSecond,
        Patience.usual());
  }

  /// As fast as the machine can.
  public static Pace unlimited() {
    return of(1_000_000);
  }

  /// The same pace with another patience.
  public Pace with(Patience other) {
    return new Pace(atOnce, burst, perSecond, other);
  }
}
