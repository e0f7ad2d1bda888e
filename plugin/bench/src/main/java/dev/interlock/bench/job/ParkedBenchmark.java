package dev.interlock.bench.job;

import dev.interlock.core.program.NodeId;
import dev.interlock.engine.store.sql.SqliteStore;
import dev.interlock.engine.store.sql.StoreConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Many runs that wait: what they take of the memory, how soon all goes on after a SIGKILL, and how
/// late the last of many timers is that fall due at one moment.
///
/// @param keys with which webhooks are signed
record ParkedBenchmark(Server server, Database database, Webhooks keys, int runs) {
  private static final Duration LATE = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration SETTLES = Duration.ofSeconds(5);
  private static final Duration SOON = Duration.ofSeconds(25);
  private static final int MISSED = 100;
  private static final int AT_ONCE = 10_000;
  private static final int PAUSE_MILLIS = 5;

  Figures measure() throws IOException, InterruptedException {
    var place = model();
    say("parking " + runs + " runs");
    plant(place, runs, "parked", Instant.now().plus(LATE));
    double start = seconds(server.start());
    Thread.sleep(SETTLES);
    double memory = server.child().residentMb();
    say("restarting");
    server.child().kill();
    Instant missed = Instant.now();
    plant(place, MISSED, "missed", missed);
    Instant restarted = Instant.now();
    double ready = seconds(server.start());
    database.awaitOpen(runs, LONGEST);
    double resumed =
        seconds(database.worstLag(missed)) - seconds(Duration.between(missed, restarted));
    say("waiting for " + AT_ONCE + " timers that fall due at once");
    server.child().kill();
    Instant due = Instant.now().plus(SOON);
    plant(place, AT_ONCE, "at-once", due);
    server.start();
    database.awaitOpen(runs, LONGEST);
    return new Figures()
        .add("parked", "runs that wait", runs)
        .add("parkedStartSeconds", "start to ready, s", start)
        .add("parkedMb", "memory, MB", memory, runs > 500_000 ? "250" : "120")
        .add("restartSeconds", "start after a SIGKILL to listening, s", ready)
        .add(
            "resumedSeconds",
            "start after a SIGKILL until all that was due was gone on with, s",
            Math.max(ready, resumed),
            runs > 500_000 ? "4" : "2")
        .add(
            "worstLagSeconds",
            "10,000 timers due at once: the last one late by, s",
            seconds(database.worstLag(due)),
            "3")
        .add("parkedPeakMb", "  with memory up to, MB", server.child().peakMb());
  }

  /// One run by the book, for the others to be like.
  ///
  /// @return where it waited
  private NodeId model() throws IOException, InterruptedException {
    server.start();
    Clients.send(server.port(), keys.make(1));
    Optional<String> place = database.waitingPlace();
    while (place.isEmpty()) {
      Thread.sleep(PAUSE_MILLIS);
      place = database.waitingPlace();
    }
    database.awaitOpen(0, LONGEST);
    server.child().stop();
    return new NodeId(place.get());
  }

  private void plant(NodeId place, int count, String prefix, Instant until) {
    try (var store = SqliteStore.open(StoreConfig.of(database.file()))) {
      var plant = new Plant(store);
      plant.copies(plant.ended(database.lastRun()), place, count, prefix, until);
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static void say(String words) {
    System.err.println(words);
  }
}
