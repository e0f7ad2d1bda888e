package dev.interlock.app.training;

import dev.interlock.app.demo.Invented;
import dev.interlock.app.settings.Key;
import dev.interlock.app.settings.SandboxTime;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Makes the JVM's start-up cache for `serve`: a server is started on a sandbox, stopped, and
/// started again on what it left, and that second life is what the JVM is shown. What only a first
/// start does is not kept ready then, since a cache takes memory for each class that is in it.
///
/// `scripts/interlock` runs it when it has built. No command does, and nothing needs it.
public final class Training {
  private static final long SEED = 1;
  private static final int PEOPLE = 30;

  /// The day on which all of them appear, and most of their story, within [#LIFE].
  private static final double SPEED = 6_000;

  private static final Duration LIFE = Duration.ofSeconds(15);
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  /// Writing the cache takes most of it.
  private static final Duration LONGEST_END = Duration.ofMinutes(2);

  private final Path cache;
  private final List<String> flags;
  private final Path folder;

  private Training(Path cache, List<String> flags, Path folder) {
    this.cache = cache;
    this.flags = flags;
    this.folder = folder;
  }

  /// Ends with 0 when the cache is there.
  ///
  /// @param arguments where the cache goes, and the JVM's flags that a server is started with
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var cache = Path.of(arguments[0]).toAbsolutePath();
    var flags = List.of(arguments).subList(1, arguments.length);
    train(cache, flags, Path.of(System.getProperty("java.io.tmpdir")));
    System.exit(Files.exists(cache) ? 0 : 1);
  }

  /// Nothing is left of it but the cache.
  ///
  /// @param below where it may make a folder
  /// @throws IOException when a server does not start or stop
  static void train(Path cache, List<String> flags, Path below)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory(below, "interlock-training-");
    try {
      new Training(cache, flags, folder).train();
    } finally {
      delete(folder);
    }
  }

  private void train() throws IOException, InterruptedException {
    var time = new SandboxTime(DemoWorld.BEGIN, Instant.now(), SPEED);
    var invented = new Invented(SEED, PEOPLE, SPEED);
    int port = freePort();
    var url = URI.create("http://127.0.0.1:" + port);
    try (var sandbox = invented.running(time, 0)) {
      var settings = settings(sandbox, time, port);
      try (var first = ServerProcess.start(command(List.of()), settings, folder)) {
        first.untilReady(url, LONGEST_START);
        first.end(LONGEST_END);
      }
      var watched = command(List.of("-XX:AOTCacheOutput=" + cache));
      try (var second = ServerProcess.start(watched, settings, folder)) {
        second.untilReady(url, LONGEST_START);
        invented.appearWhenReady(sandbox, url.resolve("/webhooks/highlevel"));
        Thread.sleep(LIFE);
        second.end(LONGEST_END);
      }
    }
  }

  /// Free a moment ago. Where somebody was quicker, the server says so and there is no cache.
  private static int freePort() throws IOException {
    try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private Map<Key, String> settings(Sandbox sandbox, SandboxTime time, int port)
      throws IOException {
    var key = Files.writeString(folder.resolve("webhook-key.pem"), sandbox.publicKeyPem());
    return Map.of(
        Key.HIGHLEVEL_API_URL, sandbox.url().toString(),
        Key.HIGHLEVEL_TOKEN, DemoWorld.TOKEN,
        Key.HIGHLEVEL_LOCATION_ID, DemoWorld.LOCATION_ID,
        Key.HIGHLEVEL_APP_ID, DemoWorld.APP_ID,
        Key.HIGHLEVEL_WEBHOOK_KEY, key.toString(),
        Key.SANDBOX_CLOCK, time.toString(),
        Key.PLUGINS_DIR, jar().resolveSibling("plugins").toString(),
        Key.DATA_DIR, folder.resolve("data").toString(),
        Key.PORT, String.valueOf(port));
  }

  private List<String> command(List<String> watching) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(flags);
    words.addAll(watching);
    words.addAll(List.of("-jar", jar().toString(), "serve"));
    return words;
  }

  /// What this was started from.
  private static Path jar() {
    return Path.of(System.getProperty("java.class.path").split(File.pathSeparator, 2)[0])
        .toAbsolutePath();
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
