package dev.interlock.bench.job;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;

/// Webhooks that do not stop: how they are answered once the first burst is over, what is done
/// beside it, and what it takes. As many may wait as in a server that nobody has set up otherwise.
record FloodBenchmark(KeyPair keys, Crm crm, Server server) {
  /// For two seconds a burst has all for itself (decision 61).
  private static final Duration BURST = Duration.ofSeconds(3);

  private static final Duration SHORTEST = Duration.ofSeconds(5);

  /// All webhooks are signed before, and kept in memory.
  private static final Duration MOST = Duration.ofSeconds(60);

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /// More than any machine with two cores answers in a second.
  private static final int MOST_PER_SECOND = 6_000;

  private static final double HUNDRED = 100;

  Figures measure(Duration longest) throws IOException, InterruptedException {
    if (longest.compareTo(SHORTEST) < 0 || longest.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "a flood takes " + SHORTEST.toSeconds() + " to " + MOST.toSeconds() + " s");
    }
    server.boundsTheInboxAsUsual();
    server.start();
    var database = new Database(server.database());
    var warm = new WarmUp(keys, server, database).by(Extent.QUICK);
    int most = Math.toIntExact(longest.plus(BURST).toSeconds() * MOST_PER_SECOND);
    say("signing " + most + " webhooks");
    var webhooks = new Webhooks(keys, "flood0").make(most);
    say("a flood of " + longest.toSeconds() + " s");
    double cpuBefore = server.child().cpuSeconds();
    long begun = System.nanoTime();
    var all = Clients.flood(server.port(), webhooks, longest);
    long ended = database.verified() - warm.runs();
    double flooded = seconds(begun);
    double cpu = server.child().cpuSeconds() - cpuBefore;
    if (all.answers().size() == most) {
      throw new IllegalStateException("all were sent before the time was over");
    }
    say("it is over; waiting for the runs");
    long over = System.nanoTime();
    database.awaitOpen(0, LONGEST);
    double drained = seconds(over);
    double peak = server.child().peakMb();
    database.checked(all.fine() + warm.runs(), crm.counts());
    server.child().stop();
    return figures(all, ended / flooded, cpu / flooded, drained, peak);
  }

  private static Figures figures(
      Clients.Went all, double runs, double cores, double drained, double peak) {
    var later = all.later(BURST);
    return new Figures()
        .add("floodSeconds", "a flood of webhooks, 32 clients, s", all.took().toMillis() / 1e3)
        .add(
            "floodAcksPerSecond",
            "acknowledged per second, after its first 3 s",
            later.perSecond(),
            "3,000")
        .add("floodAckP50Ms", "  half of them within, ms", later.millis(0.5))
        .add("floodAckP99Ms", "  99 of 100 within, ms", later.millis(0.99), "15")
        .add(
            "floodRefusedPercent",
            "  asked to come again, of 100",
            HUNDRED * later.refused() / Math.max(1, later.answers().size()))
        .add("floodRunsPerSecond", "finished runs per second meanwhile", runs)
        .add("floodCores", "cores that the server took", cores)
        .add("floodDrainSeconds", "until all that was acknowledged was done, s", drained)
        .add("floodPeakMb", "peak memory, MB", peak, "200");
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void say(String words) {
    System.err.println(words);
  }
}
