package dev.interlock.bench.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The common job, run by the real server: a signed webhook begins a run, which looks whether the
/// contact is eligible, takes its lane, sends an SMS, waits, reads the contact, adds a tag, leaves
/// it as its exit says, reads that back, and keeps its history.
public final class JobBenchmark {
  private static final Duration WAIT_OF_THE_JOB = Duration.ofSeconds(1);

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Path root;
  private final boolean json;

  /// How many units the server committed together.
  private double group = 1;

  private JobBenchmark(Path root, boolean json) {
    this.root = root;
    this.json = json;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var words = List.of(arguments);
    var root = Path.of(System.getProperty("bench.root")).toAbsolutePath().normalize();
    var benchmark = new JobBenchmark(root, words.contains("--json"));
    int parked = number(words, "--parked", 0);
    int flood = number(words, "--flood", 0);
    if (parked > 0) {
      benchmark.measured(setting -> parked(setting, parked));
    } else if (flood > 0) {
      benchmark.measured(setting ->
          new FloodBenchmark(setting.keys(), setting.crm(), setting.server())
              .measure(Duration.ofSeconds(flood)));
    } else {
      var usual = words.contains("--quick") ? Extent.QUICK : Extent.USUAL;
      int warmUp = number(words, "--warm-up", 0);
      var extent = warmUp > 0 ? usual.withWarmUp(warmUp) : usual;
      benchmark.measured(setting -> benchmark.job(extent, setting));
    }
    System.exit(0);
  }

  /// The whole number behind an option, or what holds without it.
  private static int number(List<String> words, String option, int otherwise) {
    int found = words.indexOf(option);
    return found < 0 ? otherwise : Integer.parseInt(words.get(found + 1));
  }

  /// What is measured, and what with.
  ///
  /// @param folder empty but for what these keep in it
  private record Setting(Path folder, KeyPair keys, Crm crm, Server server) {}

  private interface Measuring {
    Figures of(Setting setting) throws IOException, InterruptedException;
  }

  private void measured(Measuring measuring) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(root.resolve("plugin/bench/target/job"));
    empty(folder);
    say(Machine.facts(folder));
    var keys = Webhooks.newKeys();
    Path key = Files.writeString(folder.resolve("key.pem"), Webhooks.pem(keys));
    try (var crm = Crm.start(folder);
        var server = new Server(root, folder, crm, key)) {
      server.build(root.resolve("plugin/bench/contracts"));
      report(folder, measuring.of(new Setting(folder, keys, crm, server)));
    }
  }

  private Figures job(Extent extent, Setting setting) throws IOException, InterruptedException {
    var server = setting.server();
    server.start();
    server.child().stop();
    double start = server.start().toNanos() / 1e9;
    var database = new Database(server.database());
    long bytesBefore = server.bytes();
    var warm = new WarmUp(setting.keys(), server, database).by(extent);
    int runs = extent.runs(warm.perSecond());
    say("measuring " + runs + " runs");
    var figures = new Figures();
    measure(new Webhooks(setting.keys(), "bench0").make(runs), setting.crm(), server, figures);
    double peak = server.child().peakMb();
    server.child().stop();
    double perRun = (double) (server.bytes() - bytesBefore) / (warm.runs() + runs);
    figures
        .add("peakMb", "peak memory, MB", peak, "200")
        .add("bytesPerRun", "bytes on disk per finished run", perRun, "1,500")
        .add("startSeconds", "start to ready, on the data of a start before, s", start, "1.0");
    database.checked(warm.runs() + runs, setting.crm().counts());
    limits(setting.folder(), setting.crm(), extent, figures);
    return figures;
  }

  private static Figures parked(Setting setting, int runs)
      throws IOException, InterruptedException {
    var database = new Database(setting.server().database());
    return new ParkedBenchmark(
            setting.server(), database, new Webhooks(setting.keys(), "model0"), runs)
        .measure();
  }

  private void measure(List<byte[]> webhooks, Crm crm, Server server, Figures figures)
      throws IOException, InterruptedException {
    var database = new Database(server.database());
    double cpuBefore = server.child().cpuSeconds();
    double units = server.metric("interlock_store_units_total");
    double commits = server.metric("interlock_store_commits_total");
    long calls = crm.counts().calls();
    Instant begun = Instant.now();
    Clients.Went went = Clients.send(server.port(), webhooks);
    say("all are acknowledged; waiting for the runs");
    database.awaitOpen(0, LONGEST);
    double cpu = server.child().cpuSeconds() - cpuBefore;
    units = server.metric("interlock_store_units_total") - units;
    commits = server.metric("interlock_store_commits_total") - commits;
    calls = crm.counts().calls() - calls;
    double seconds =
        Duration.between(begun, database.lastEnd()).minus(WAIT_OF_THE_JOB).toNanos() / 1e9;
    if (went.refused() > 0) {
      say(went.refused() + " webhooks were not answered 200");
    }
    group = units / commits;
    double runs = webhooks.size();
    figures
        .add(
            "acksPerSecond",
            "acknowledged webhooks per second, 32 clients, in a burst",
            went.perSecond(),
            "3,000")
        .add("ackP50Ms", "  half of them within, ms", went.millis(0.5))
        .add("ackP99Ms", "  99 of 100 within, ms", went.millis(0.99), "15")
        .add("runsPerSecond", "finished runs per second", runs / seconds, "2,000")
        .add("cpuSecondsPer1000", "CPU seconds per 1,000 runs", cpu / runs * 1000, "0.6")
        .add("crmCallsPerRun", "calls to the CRM per run", calls / runs)
        .add("unitsPerRun", "units of work stored per run", units / runs)
        .add("unitsPerCommit", "units committed together", group);
  }

  private void limits(Path folder, Crm crm, Extent extent, Figures figures)
      throws IOException, InterruptedException {
    say("measuring what the machine can do");
    var limits = Limits.measure(folder, crm, group, extent.limit());
    figures
        .add(
            "limitCallsPerSecond",
            "limit: calls per second to this CRM, OkHttp alone",
            limits.calls().perSecond())
        .add(
            "limitCallCpuMicros",
            "limit: CPU microseconds of such a call, this side only",
            limits.calls().cpuMicros())
        .add(
            "limitRowCpuMicros",
            "limit: CPU microseconds of a row stored in groups of that size",
            limits.rowMicros())
        .add(
            "limitCommitsPerSecond",
            "limit: commits per second, groups of that size",
            limits.commits())
        .add(
            "limitUnitsPerSecond",
            "limit: rows per second in such groups",
            limits.commits() * Math.max(1, Math.round(group)))
        .add("limitFsyncsPerSecond", "limit: flushes to disk per second", limits.fsyncs())
        .add(
            "limitHttpPerSecond",
            "limit: HTTP requests per second, Jetty and OkHttp",
            limits.http())
        .add(
            "limitSignaturesPerSecond",
            "limit: signatures checked per second and core by the JDK",
            limits.signatures());
  }

  /// Into a file, which `scripts/bench` prints: Maven, which runs this, has words of its own for
  /// stdout.
  private void report(Path folder, Figures figures) throws IOException {
    Files.writeString(folder.resolve("figures"), json ? figures.json() + "\n" : figures.table());
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.delete(file);
        }
      }
    }
  }

  /// What people want to know while they wait; stdout belongs to the figures.
  private static void say(String words) {
    System.err.println(words);
  }
}
