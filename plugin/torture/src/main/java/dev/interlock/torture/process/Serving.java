package dev.interlock.torture.process;

import dev.interlock.sandbox.DemoWorld;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// A process of `interlock serve`.
public final class Serving implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration LOOK_AGAIN = Duration.ofMillis(15);
  private static final Duration LONGEST_END = Duration.ofSeconds(60);

  private final Process process;
  private final int port;
  private final Path said;

  private Serving(Process process, int port, Path said) {
    this.process = process;
    this.port = port;
    this.said = said;
  }

  /// Starts it.
  ///
  /// @param key the file with the key of the CRM's webhooks
  /// @param said the file to which is added what it says
  public static Serving of(Installation program, Start start, Path key, Path said)
      throws IOException {
    List<String> words = new ArrayList<>();
    start
        .largestFile()
        .ifPresent(bytes ->
            words.addAll(
                List.of("bash", "-c", "ulimit -S -f " + bytes / 1024 + "; exec \"$0\" \"$@\"")));
    words.addAll(program.command());
    words.add("serve");
    var builder =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("INTERLOCK_"));
    environment.put("INTERLOCK_PORT", Integer.toString(start.port()));
    environment.put("INTERLOCK_DATA_DIR", start.data().toString());
    environment.put("INTERLOCK_PLUGINS_DIR", program.plugins().toString());
    environment.put("INTERLOCK_LOG", "text");
    environment.put("INTERLOCK_HIGHLEVEL_API_URL", start.crm().toString());
    environment.put("INTERLOCK_HIGHLEVEL_TOKEN", DemoWorld.TOKEN);
    environment.put("INTERLOCK_HIGHLEVEL_LOCATION_ID", DemoWorld.LOCATION_ID);
    environment.put("INTERLOCK_HIGHLEVEL_APP_ID", DemoWorld.APP_ID);
    environment.put("INTERLOCK_HIGHLEVEL_WEBHOOK_KEY", key.toString());
    environment.put("INTERLOCK_SANDBOX_CLOCK", start.clock(Instant.now()));
    return new Serving(builder.start(), start.port(), said);
  }

  /// A port that nobody listens on. It is below those that the system gives to whoever asks for
  /// any, so that it is still free when the program is started again.
  public static int freePort(int from) {
    return IntStream.range(from, 32_000).filter(Serving::isFree).findFirst().orElseThrow();
  }

  /// Where a process with this port listens.
  public static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /// Waits until it is ready.
  ///
  /// @return false when it is not within that time, or has ended
  public boolean isReadyWithin(Duration longest) throws InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      if (isReady()) {
        return true;
      }
      Thread.sleep(LOOK_AGAIN);
    }
    return false;
  }

  private boolean isReady() throws InterruptedException {
    var address = address(port).resolve("/health/ready");
    try {
      var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notThere) {
      return false;
    }
  }

  /// Its exit code, if it has ended by itself.
  public OptionalInt ended() {
    return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  /// Waits for its end.
  ///
  /// @return its exit code; empty when it goes on
  public OptionalInt endsWithin(Duration longest) throws InterruptedException {
    return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  /// SIGKILL: it has no time for anything.
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
  }

  /// SIGTERM: it is asked to end.
  ///
  /// @return its exit code; empty when it had to be killed
  public OptionalInt stop() throws InterruptedException {
    process.destroy();
    var code = endsWithin(LONGEST_END);
    if (code.isEmpty()) {
      kill();
    }
    return code;
  }

  /// Lets its files grow again.
  ///
  /// @return false where this machine has no `prlimit`
  public boolean makeRoom() throws InterruptedException {
    try {
      var words = List.of("prlimit", "--pid", Long.toString(process.pid()), "--fsize=unlimited:");
      return new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  /// The file with what it said.
  public Path said() {
    return said;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
