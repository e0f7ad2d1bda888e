package dev.interlock.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.command.Shell.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// `interlock serve`: one process after the other, on one port and one data folder.
final class Server implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(90);
  private static final Pattern WAITING =
      Pattern.compile("(?m)^interlock_inbox_depth\\{.*} (\\S+)$");

  private final Installed installed;
  private final Map<String, String> settings = new HashMap<>();
  private final URI url;
  private Optional<Running> running = Optional.empty();

  private Server(Installed installed, int port) {
    this.installed = installed;
    this.url = URI.create("http://127.0.0.1:" + port);
    settings.put("INTERLOCK_PORT", String.valueOf(port));
    settings.put("INTERLOCK_DATA_DIR", installed.data().toString());
  }

  /// One that is not started yet.
  static Server of(Installed installed) {
    return new Server(installed, freePort());
  }

  /// Below those that the system gives to anybody who asks for any, so that it is still free when
  /// the server is started again.
  private static int freePort() {
    int first = 20_000 + (int) (ProcessHandle.current().pid() % 10_000);
    return IntStream.range(first, 32_000).filter(Server::isFree).findFirst().orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /// Sets something for the processes that are started from now on.
  Server set(String name, Object value) {
    settings.put(name, value.toString());
    return this;
  }

  /// Where webhooks go.
  URI webhooks() {
    return url.resolve("/webhooks/highlevel");
  }

  /// Starts a process and waits until it is ready.
  void start() throws Exception {
    var started = installed.start("serve", settings, "serve");
    running = Optional.of(started);
    Patience.until(
        LONGEST_START,
        () -> {
          assertThat(started.process().isAlive()).as(started::said).isTrue();
          return Http.get(url.resolve("/health/ready")).isPresent();
        },
        started::said);
  }

  /// Kills it, whatever it does.
  void kill() throws InterruptedException {
    process().kill();
  }

  /// Tells it to end.
  ///
  /// @return its exit code
  int stop() throws InterruptedException {
    return process().stop();
  }

  /// All that it has said in all its lives.
  String said() {
    return process().said();
  }

  private Running process() {
    return running.orElseThrow();
  }

  /// Asks for what it has stored, whether or not it runs.
  Said ask(String... words) {
    return installed.shell().run(words);
  }

  /// How many webhooks wait to be worked on.
  double waiting() throws InterruptedException {
    var waiting = WAITING.matcher(metrics());
    assertThat(waiting.find()).isTrue();
    return Double.parseDouble(waiting.group(1));
  }

  /// Its figures, as Prometheus reads them.
  String metrics() throws InterruptedException {
    return Http.get(url.resolve("/metrics"))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElseThrow(() -> new AssertionError(said()));
  }

  @Override
  public void close() {
    running.ifPresent(Running::close);
  }
}
