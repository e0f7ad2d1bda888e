package dev.interlock.app.training;

import dev.interlock.app.settings.Key;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own. It tells on stderr what it has to say.
///
/// @param process the JVM
record ServerProcess(Process process) implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

  /// Starts one that knows these settings and no others of ours.
  ///
  /// @throws IOException when there is no such program
  static ServerProcess start(List<String> command, Map<Key, String> settings, Path folder)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().removeIf(name -> name.startsWith("INTERLOCK_"));
    settings.forEach((key, value) -> builder.environment().put(key.toString(), value));
    return new ServerProcess(builder.start());
  }

  /// Waits until it takes webhooks in.
  ///
  /// @throws IOException when it ends, or is not ready in time
  void untilReady(URI url, Duration longest) throws IOException, InterruptedException {
    var ready =
        HttpRequest.newBuilder(url.resolve("/health/ready")).timeout(LONGEST_ANSWER).build();
    try (var client = HttpClient.newHttpClient()) {
      for (long left = longest.dividedBy(LOOK_AGAIN); left > 0; left--) {
        if (isReady(client, ready)) {
          return;
        }
        if (process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new IOException("the server ended with " + process.exitValue());
        }
      }
    }
    throw new IOException("the server was not ready within " + longest);
  }

  private static boolean isReady(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /// Tells it to stop, and waits until it has.
  ///
  /// @throws IOException when it does not stop in time
  void end(Duration longest) throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(longest)) {
      throw new IOException("the server did not stop within " + longest);
    }
  }

  /// Whatever happened, none of it is left.
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
