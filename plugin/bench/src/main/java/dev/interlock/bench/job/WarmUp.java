package dev.interlock.bench.job;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;

/// A server that has just started runs code that no compiler has seen yet; what is asked for is how
/// quick one is that has been busy.
record WarmUp(KeyPair keys, Server server, Database database) {
  /// After so much of it the server takes what comes for another burst (decision 61).
  private static final Duration CALM = Duration.ofSeconds(3);

  private static final Duration LONGEST = Duration.ofMinutes(5);

  /// How a server did before it was measured.
  ///
  /// @param runs how many it was given
  /// @param perSecond how many it finished in a second at last
  record Warm(int runs, double perSecond) {}

  Warm by(Extent extent) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    int runs = 0;
    double perSecond = 0;
    do {
      String prefix = "w%05d".formatted(runs / extent.round());
      List<byte[]> webhooks = new Webhooks(keys, prefix).make(extent.round());
      long round = System.nanoTime();
      Clients.send(server.port(), webhooks);
      // the next round is sent while this one is worked on, as in what is measured
      database.awaitOpen(extent.round(), LONGEST);
      perSecond = extent.round() / ((System.nanoTime() - round) / 1e9);
      runs += extent.round();
    } while (System.nanoTime() - begun < extent.warmUp().toNanos());
    database.awaitOpen(0, LONGEST);
    // what is measured is to be a burst of its own
    Thread.sleep(CALM);
    System.err.println("warmed up with " + runs + " runs");
    return new Warm(runs, perSecond);
  }
}
