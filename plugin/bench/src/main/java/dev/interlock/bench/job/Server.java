package dev.interlock.bench.job;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `scripts/interlock serve`, one process after the other on one port and one data folder.
final class Server implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final int PAUSE_MILLIS = 5;

  /// Options for the server's JVM, to compare with; they are passed on.
  private static final String OPTIONS = "INTERLOCK_JAVA_OPTIONS";

  private final Path script;
  private final Path folder;
  private final int port;
  private final Map<String, String> settings = new HashMap<>();
  private Optional<Child> child = Optional.empty();

  /// @param root where the repository is
  /// @param folder for everything that it writes
  Server(Path root, Path folder, Crm crm, Path key) throws IOException {
    this.script = root.resolve("scripts").resolve("interlock");
    this.folder = folder;
    this.port = freePort();
    settings.put("INTERLOCK_PORT", String.valueOf(port));
    settings.put("INTERLOCK_DATA_DIR", folder.resolve("data").toString());
    settings.put("INTERLOCK_PLUGINS_DIR", folder.resolve("plugins").toString());
    settings.put("INTERLOCK_HIGHLEVEL_API_URL", crm.url());
    settings.put("INTERLOCK_HIGHLEVEL_TOKEN", "pit-bench");
    settings.put("INTERLOCK_HIGHLEVEL_LOCATION_ID", ShopInCrm.LOCATION);
    settings.put("INTERLOCK_HIGHLEVEL_APP_ID", Webhooks.APP);
    settings.put("INTERLOCK_HIGHLEVEL_WEBHOOK_KEY", key.toString());
    // what a CRM allows would be measured otherwise, and not what we can do
    settings.put("INTERLOCK_COMMANDS_PER_SECOND", "1000000");
    settings.put("INTERLOCK_INBOX_LIMIT", "1000000");
    // the CRM of the bench loses no webhook, and has no searches
    settings.put("INTERLOCK_RECONCILE_MINUTES", "0");
    settings.put(OPTIONS, Optional.ofNullable(System.getenv(OPTIONS)).orElse(""));
  }

  /// So many webhooks may wait as where nobody has said how many.
  void boundsTheInboxAsUsual() {
    settings.remove("INTERLOCK_INBOX_LIMIT");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Has the contracts built into a jar, as their author would.
  void build(Path contracts) throws IOException, InterruptedException {
    var plugins = Files.createDirectories(folder.resolve("plugins"));
    var said = folder.resolve("build.log");
    var building =
        Child.start(
            List.of(
                script.toString(),
                "build",
                contracts.toString(),
                "-o",
                plugins.resolve("shop.jar").toString()),
            Map.of(),
            said);
    var findings =
        new String(building.process().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (building.process().waitFor() != 0) {
      throw new IOException("the contracts cannot be built: " + findings + Files.readString(said));
    }
  }

  /// Starts it.
  ///
  /// @return how long it took until it was ready
  Duration start() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    var started =
        Child.start(List.of(script.toString(), "serve"), settings, folder.resolve("serve.log"));
    child = Optional.of(started);
    while (!isReady()) {
      if (!started.process().isAlive() || passedSince(begun).compareTo(LONGEST_START) > 0) {
        throw new IOException("the server is not ready: see " + started.said());
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return passedSince(begun);
  }

  private static Duration passedSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private boolean isReady() throws InterruptedException {
    try {
      return Http.get("http://127.0.0.1:" + port + "/health/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /// A figure that it counts itself, all labels together.
  double metric(String name) throws IOException, InterruptedException {
    var line = Pattern.compile("(?m)^" + name + "(\\{[^}]*})? (\\S+)$");
    return line.matcher(Http.get("http://127.0.0.1:" + port + "/metrics").body())
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(2)))
        .sum();
  }

  int port() {
    return port;
  }

  Child child() {
    return child.orElseThrow();
  }

  Path database() {
    return folder.resolve("data").resolve("interlock.db");
  }

  /// The bytes of its database, with what was not yet worked into it.
  long bytes() throws IOException {
    try (Stream<Path> files = Files.list(database().resolveSibling("."))) {
      long sum = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  @Override
  public void close() {
    child.ifPresent(Child::close);
  }
}
