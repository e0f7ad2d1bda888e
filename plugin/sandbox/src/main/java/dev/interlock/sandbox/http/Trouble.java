package dev.interlock.sandbox.http;

import dev.interlock.sandbox.time.Seed;
import java.util.HashMap;
import java.util.Map;

/// How often requests that change something fail for no good reason.
///
/// @param refused share of such requests, 0 to 1, that are answered 503 and not carried out
/// @param lost share of such requests that are carried out, and then answered 504
public record Trouble(double refused, double lost) {
  /// None at all.
  public static final Trouble NONE = new Trouble(0, 0);

  /// What becomes of one request.
  enum Fate {
    FINE,
    REFUSED,
    LOST
  }

  /// Draws the fate of requests. It depends on the seed, and on how often the same was asked
  /// before, not on what others ask meanwhile.
  static final class Fates {
    private final Trouble trouble;
    private final Seed seed;
    private final Map<String, Integer> counters = new HashMap<>();

    Fates(Trouble trouble, Seed seed) {
      this.trouble = trouble;
      this.seed = seed;
    }

    synchronized Fate next(String method, String path) {
      if (method.equals("GET")) {
        return Fate.FINE;
      }
      int count = counters.merge(method + path, 1, Integer::sum);
      double drawn = seed.about("trouble", method, path, Integer.toString(count)).nextDouble();
      if (drawn < trouble.refused()) {
        return Fate.REFUSED;
      }
      return drawn < trouble.refused() + trouble.lost() ? Fate.LOST : Fate.FINE;
    }
  }
}
