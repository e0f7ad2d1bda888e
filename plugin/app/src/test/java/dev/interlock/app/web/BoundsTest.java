package dev.interlock.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.app.order.OrderDesk;
import dev.interlock.app.settings.ServerSettings;
import dev.interlock.app.web.Called.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whoever connects, and however they send, takes no more than there is for them, and keeps nobody
/// out for long.
class BoundsTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration DRAIN = Duration.ofMillis(200);
  private static final String ALIVE = "GET /health/live HTTP/1.1\r\nHost: here\r\n\r\n";
  private static final String WEBHOOK =
      "POST /webhooks/highlevel HTTP/1.1\r\nHost: here\r\nContent-Length: %d\r\n\r\n";

  private final List<Socket> sockets = new ArrayList<>();
  private final AtomicInteger received = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile CountDownLatch untilAnswered = new CountDownLatch(0);
  private Optional<WebServer> server = Optional.empty();
  private int port;

  @AfterEach
  void stop() throws IOException {
    untilAnswered.countDown();
    for (Socket socket : sockets) {
      socket.close();
    }
    server.ifPresent(WebServer::close);
  }

  private void start(Bounds bounds) {
    server =
        Optional.of(
            WebServer.start(
                new ServerSettings("127.0.0.1", 0, Optional.empty()),
                InstantSource.fixed(Instant.parse("2026-11-02T13:00:00Z")),
                (_, _, _) -> {
                  answering();
                  return new Door.Answer(200, "taken");
                },
                new OrderDesk(_ -> Optional.empty()),
                (_, _) -> Optional.empty(),
                Readiness.of(Optional::empty),
                Optional.empty(),
                Map.of(
                    "/actions/start",
                    _ -> {
                      answering();
                      return new Reply(200, "{}");
                    }),
                bounds));
    port = server.get().url().getPort();
  }

  private void answering() {
    received.incrementAndGet();
    begun.countDown();
    try {
      untilAnswered.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private Socket connected() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    sockets.add(socket);
    return socket;
  }

  private Socket asking(String words) throws IOException {
    return says(connected(), words);
  }

  private static Socket says(Socket socket, String words) throws IOException {
    socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  /// The first line of the answer; fails when none comes within this time.
  private static String answer(Socket socket, Duration within) throws IOException {
    socket.setSoTimeout(Math.toIntExact(within.toMillis()));
    var line = new StringBuilder();
    for (int one = socket.getInputStream().read();
        one >= 0 && one != '\r';
        one = socket.getInputStream().read()) {
      line.append((char) one);
    }
    return line.toString();
  }

  private static void isNotAnswered(Socket socket, Duration within) {
    assertThatThrownBy(() -> answer(socket, within)).isInstanceOf(SocketTimeoutException.class);
  }

  /// Sends a byte now and then, for as long as the server takes it.
  private static void sendsSlowly(Socket socket) throws IOException {
    socket.setSoTimeout(20);
    for (long end = System.nanoTime() + LONG.toNanos(); System.nanoTime() < end; ) {
      try {
        socket.getOutputStream().write('x');
        if (socket.getInputStream().read() < 0) {
          return;
        }
      } catch (SocketTimeoutException stillOpen) {
        // it takes more
      } catch (IOException cutOff) {
        return;
      }
    }
    throw new AssertionError("it was never cut off");
  }

  @Test
  void whoComesWhenAllConnectionsAreTakenWaitsUntilOneIsFree() throws Exception {
    start(new Bounds(3, LONG, LONG, 1 << 20, DRAIN));
    var first = asking(ALIVE);
    assertThat(answer(first, LONG)).contains("200");
    assertThat(answer(asking(ALIVE), LONG)).contains("200");
    assertThat(answer(asking(ALIVE), LONG)).contains("200");

    var fourth = asking(ALIVE);
    isNotAnswered(fourth, Duration.ofMillis(300));
    first.close();

    assertThat(answer(fourth, LONG)).contains("200");
  }

  @Test
  void whoSaysNothingKeepsNobodyOut() throws Exception {
    start(new Bounds(3, Duration.ofMillis(1_500), LONG, 1 << 20, DRAIN));
    for (int i = 0; i < 30; i++) {
      connected();
    }

    assertThat(answer(asking(ALIVE), LONG)).contains("200");
  }

  @Test
  void whoSendsSlowlyWhileOthersWaitIsCutOffSoon() throws Exception {
    start(new Bounds(3, LONG, Duration.ofSeconds(20), 1 << 20, DRAIN));
    asking("GET /health/live HTTP/1.1\r\nHost: here\r\nX-Long: ");
    asking(WEBHOOK.formatted(1_000_000));
    connected();

    assertThat(answer(asking(ALIVE), Duration.ofSeconds(10))).contains("200");
  }

  @Test
  void soIsWhoSendsASecondRequestSlowlyWhileOthersWait() throws Exception {
    start(new Bounds(1, Duration.ofSeconds(15), Duration.ofSeconds(30), 1 << 20, DRAIN));
    var slow = asking(ALIVE);
    assertThat(answer(slow, LONG)).contains("200");
    var next = asking(ALIVE);
    long begun = System.nanoTime();

    sendsSlowly(says(slow, "GET /health/live HTTP/1.1\r\nHost: here\r\nX-Long: "));

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    assertThat(answer(next, LONG)).contains("200");
  }

  @Test
  void whoWaitsForAnAnswerIsNotCutOffAlsoWhenOthersWait() throws Exception {
    start(new Bounds(1, LONG, Duration.ofSeconds(15), 1 << 20, DRAIN));
    untilAnswered = new CountDownLatch(1);
    var first = asking(WEBHOOK.formatted(2) + "{}");
    begun.await();
    var second = asking(ALIVE);

    isNotAnswered(first, Duration.ofMillis(1_500));
    untilAnswered.countDown();

    assertThat(answer(first, LONG)).contains("200");
    first.close();
    assertThat(answer(second, LONG)).contains("200");
  }

  @Test
  void whoSendsABodySlowlyIsCutOff() throws Exception {
    start(new Bounds(100, LONG, Duration.ofMillis(200), 1 << 20, DRAIN));

    sendsSlowly(asking(WEBHOOK.formatted(1_000_000)));

    assertThat(received).hasValue(0);
    assertThat(answer(asking(ALIVE), LONG)).contains("200");
  }

  @Test
  void whoSendsTheHeaderSlowlyIsCutOff() throws Exception {
    start(new Bounds(100, LONG, Duration.ofMillis(200), 1 << 20, DRAIN));

    sendsSlowly(asking("GET /health/live HTTP/1.1\r\nHost: here\r\nX-Long: "));
  }

  @Test
  void soIsWhoSendsASecondRequestSlowly() throws Exception {
    start(new Bounds(100, Duration.ofMillis(200), Duration.ofMillis(200), 1 << 20, DRAIN));
    var socket = asking(ALIVE);
    assertThat(answer(socket, LONG)).contains("200");

    sendsSlowly(says(socket, "GET /health/live HTTP/1.1\r\nHost: here\r\nX-Long: "));
  }

  @Test
  void whoWaitsForAnAnswerIsNotCutOff() throws Exception {
    start(new Bounds(100, LONG, Duration.ofMillis(700), 1 << 20, DRAIN));
    untilAnswered = new CountDownLatch(1);

    var socket = asking(WEBHOOK.formatted(2) + "{}");
    isNotAnswered(socket, Duration.ofMillis(1_500));
    untilAnswered.countDown();

    assertThat(answer(socket, LONG)).contains("200");
  }

  @Test
  void whoWaitsForAnAnswerKeepsNoServerFromStopping() throws Exception {
    start(new Bounds(100, LONG, LONG, 1 << 20, DRAIN));
    untilAnswered = new CountDownLatch(1);
    asking(WEBHOOK.formatted(2) + "{}");
    begun.await();

    server.orElseThrow().close();

    assertThatThrownBy(() -> asking(ALIVE)).isInstanceOf(IOException.class);
  }

  @Test
  void callsOfWorkflowsShareTheRoomForBodies() throws Exception {
    start(new Bounds(100, LONG, LONG, 100_000, DRAIN));
    untilAnswered = new CountDownLatch(1);
    var large =
        "POST /actions/start HTTP/1.1\r\nHost: here\r\nContent-Length: 60000\r\n\r\n"
            + "x".repeat(60_000);
    var first = asking(large);
    begun.await();

    assertThat(answer(asking(large), LONG)).contains("503");
    assertThat(answer(asking(WEBHOOK.formatted(60_000) + "x".repeat(60_000)), LONG))
        .contains("429");
    untilAnswered.countDown();
    assertThat(answer(first, LONG)).contains("200");
    assertThat(answer(asking(large), LONG)).contains("200");
  }
}
