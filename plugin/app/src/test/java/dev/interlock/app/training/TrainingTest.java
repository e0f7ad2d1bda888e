package dev.interlock.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.interlock.app.settings.Key;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Where a training fails there is no cache, and nothing is left of it.
@Timeout(120)
class TrainingTest {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

  @TempDir private Path folder;

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private ServerProcess started(String... words) throws IOException {
    var command = Stream.concat(Stream.of(java()), Stream.of(words)).toList();
    return ServerProcess.start(command, Map.of(Key.PORT, "1"), folder);
  }

  @Test
  void aServerThatDoesNotStartLeavesNoCacheAndNoFolder() {
    var cache = folder.resolve("start-up.aot");

    assertThatThrownBy(() -> Training.train(cache, List.of("-XX:NoSuchFlag"), folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the server ended with 1");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void oneThatEndsBeforeItIsReadyIsNotWaitedFor() throws Exception {
    try (var server = started("-version")) {
      assertThatThrownBy(() -> server.untilReady(NOWHERE, Duration.ofHours(1)))
          .hasMessageContaining("ended with 0");
    }
  }

  @Test
  void oneThatIsNeverReadyIsGivenUpAndLeftToNobody() throws Exception {
    ServerProcess left;
    try (var server = started("-m", "jdk.httpserver", "-b", "127.0.0.1", "-p", "0")) {
      left = server;
      assertThatThrownBy(() -> server.untilReady(NOWHERE, Duration.ofMillis(200)))
          .hasMessageContaining("not ready within PT0.2S");
      assertThat(server.process().isAlive()).isTrue();
    }

    assertThat(left.process().waitFor(Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void oneThatIsReadyIsToldToStop() throws Exception {
    var web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    web.start();
    try (var server = started("-m", "jdk.httpserver", "-b", "127.0.0.1", "-p", "0")) {
      server.untilReady(
          URI.create("http://127.0.0.1:" + web.getAddress().getPort()), Duration.ofMinutes(1));

      server.end(Duration.ofMinutes(1));

      assertThat(server.process().isAlive()).isFalse();
    } finally {
      web.stop(0);
    }
  }
}
