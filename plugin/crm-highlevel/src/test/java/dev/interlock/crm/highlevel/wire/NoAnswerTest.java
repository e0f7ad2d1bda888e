package dev.interlock.crm.highlevel.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import dev.interlock.crm.highlevel.wire.Answer.Failed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Connections that fail, break or fall silent, and OkHttp's habit of trying again by itself.
class NoAnswerTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(150);

  @Test
  void knowsThatNothingWasSentWhenNobodyListens() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    var failed = send(ApiConfig.at(URI.create("http://127.0.0.1:" + port)));

    assertThat(failed.failure()).isInstanceOf(Failure.ConnectionFailed.class);
    assertThat(failed.effect()).isEqualTo(Effect.IMPOSSIBLE);
  }

  @Test
  void doubtsAfterASilenceThatFollowsTheRequest() throws IOException {
    try (var peer = new SilentPeer("")) {
      var failed = send(ApiConfig.at(peer.address("http")).waiting(LONG, SHORT, LONG));

      assertThat(failed.failure()).isEqualTo(new Failure.TimedOut(true));
      assertThat(failed.effect()).isEqualTo(Effect.IN_DOUBT);
    }
  }

  @Test
  void knowsThatNothingWasSentWhenTheSilenceComesBeforeTheRequest() throws IOException {
    try (var peer = new SilentPeer("")) {
      // the connection is made, but its encryption is never agreed upon
      var failed = send(ApiConfig.at(peer.address("https")).waiting(SHORT, SHORT, LONG));

      assertThat(failed.failure()).isEqualTo(new Failure.TimedOut(false));
      assertThat(failed.effect()).isEqualTo(Effect.IMPOSSIBLE);
    }
  }

  @Test
  void endsACallAsAWholeInTime() throws IOException {
    try (var peer = new SilentPeer("")) {
      var failed = send(ApiConfig.at(peer.address("http")).waiting(LONG, LONG, SHORT));

      assertThat(failed.failure()).isEqualTo(new Failure.TimedOut(true));
    }
  }

  @Test
  void doubtsWhenTheSilenceComesWithinTheHeaders() throws IOException {
    try (var peer = new SilentPeer("HTTP/1.1 200 OK\r\nContent-Le")) {
      var failed = send(ApiConfig.at(peer.address("http")).waiting(LONG, SHORT, LONG));

      assertThat(failed.failure()).isEqualTo(new Failure.TimedOut(true));
    }
  }

  @Test
  void knowsThatItHappenedWhenOnlyTheBodyFallsSilent() throws IOException {
    try (var peer = new SilentPeer("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"mess")) {
      var failed = send(ApiConfig.at(peer.address("http")).waiting(LONG, SHORT, LONG));

      assertThat(failed.failure())
          .isEqualTo(new Failure.Unreadable(200, "the body broke off (SocketTimeoutException)"));
      assertThat(failed.effect()).isEqualTo(Effect.CERTAIN);
    }
  }

  @Test
  void doubtsWhenInterruptedWhileItWaitsForTheAnswer() throws Exception {
    try (var peer = new SilentPeer("")) {
      var sending = new FutureTask<>(() -> send(ApiConfig.at(peer.address("http"))));
      var thread = Thread.ofVirtual().start(sending);
      peer.awaitRequest();

      thread.interrupt();

      assertThat(sending.get(10, TimeUnit.SECONDS).failure())
          .isEqualTo(new Failure.ConnectionLost("we were interrupted"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
  void doubtsWhenTheConnectionBreaksBeforeAStatus(Fault fault) {
    CRM.answers(aResponse().withFault(fault));

    var failed = send(ApiConfig.at(CRM.address()));

    assertThat(failed.failure()).isInstanceOf(Failure.ConnectionLost.class);
    assertThat(failed.effect()).isEqualTo(Effect.IN_DOUBT);
    assertThat(CRM.requests()).as("not tried again").hasSize(1);
  }

  @Test
  void knowsThatItHappenedWhenTheConnectionBreaksInTheBody() {
    CRM.answers(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

    var failed = send(ApiConfig.at(CRM.address()));

    assertThat(failed.failure()).isInstanceOf(Failure.Unreadable.class);
    assertThat(failed.effect()).isEqualTo(Effect.CERTAIN);
  }

  @Test
  void tellsAnInterruptionFromAFailureAndKeepsItForTheCaller() {
    CRM.answers(okJson("{\"messageId\": \"m1\"}"));
    Thread.currentThread().interrupt();

    var failed = send(ApiConfig.at(CRM.address()));

    assertThat(failed.failure()).isEqualTo(new Failure.ConnectionFailed("we were interrupted"));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void neverSendsAgainByItselfWhateverTheServerAsksFor() {
    for (var answer :
        new ResponseDefinitionBuilder[] {
          aResponse().withStatus(503).withHeader("Retry-After", "0"),
          aResponse().withStatus(408),
          aResponse().withStatus(307).withHeader("Location", "/conversations/messages"),
          aResponse().withStatus(308).withHeader("Location", "/conversations/messages"),
          aResponse().withStatus(401).withHeader("WWW-Authenticate", "Basic")
        }) {
      int before = CRM.requests().size();
      CRM.answers(answer);

      var _ = send(ApiConfig.at(CRM.address()));

      assertThat(CRM.requests()).hasSize(before + 1);
    }
  }

  @Test
  void followsNoRedirectWithTheTokenInHand() {
    CRM.answers(aResponse().withStatus(302).withHeader("Location", "/users/?locationId=loc1"));
    try (var connection = HighLevelConnection.open(ApiConfig.at(CRM.address()))) {

      var failed = (Failed<?>) api(connection).contacts().contact("c1");

      assertThat(failed.failure()).isEqualTo(new Failure.Unexpected(302, ""));
      assertThat(CRM.requests()).hasSize(1);
    }
  }

  /// A write in the same place is in doubt: OkHttp looks whether a connection is still good only
  /// after ten seconds of idleness, and what broke while sending may have arrived.
  @Test
  void readsAgainWhenAnIdleConnectionTurnsOutToBeDead() throws Exception {
    try (var server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        var connection =
            HighLevelConnection.open(
                ApiConfig.at(URI.create("http://127.0.0.1:" + server.getLocalPort())))) {
      for (int i = 0; i < 2; i++) {
        var served = new FutureTask<>(() -> serveOnceAndClose(server));
        Thread.ofVirtual().start(served);

        assertThat(api(connection).contacts().contact("c1")).isInstanceOf(Answer.Ok.class);
        assertThat(served.get(10, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private static boolean serveOnceAndClose(ServerSocket server) throws IOException {
    try (var socket = server.accept()) {
      var request = new StringBuilder();
      while (!request.toString().endsWith("\r\n\r\n")) {
        request.append((char) socket.getInputStream().read());
      }
      String body = "{\"contact\": {\"id\": \"c1\"}}";
      String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      return true;
    }
  }

  @Test
  void readsACompressedAnswer() {
    CRM.answers(compressed(gzip("{\"messageId\": \"m1\"}")));
    try (var connection = HighLevelConnection.open(ApiConfig.at(CRM.address()))) {

      var answer = api(connection).messages().send(new OutgoingMessage.Sms("c1", "Hello"));

      assertThat(answer.success()).map(WireSent::messageId).contains("m1");
    }
  }

  @Test
  void boundsACompressedAnswerByWhatItUnfoldsTo() {
    CRM.answers(compressed(gzip("{\"messageId\": \"" + "m".repeat(1_000_000) + "\"}")));

    var failed = send(ApiConfig.at(CRM.address()).reading(10_000));

    assertThat(failed.failure())
        .isEqualTo(new Failure.Unreadable(200, "the body is larger than 10000 bytes"));
  }

  @Test
  void noticesACompressedAnswerThatIsCutOff() {
    byte[] whole = gzip("{\"messageId\": \"m1\"}");
    CRM.answers(compressed(Arrays.copyOf(whole, whole.length - 6)));

    var failed = send(ApiConfig.at(CRM.address()));

    assertThat(failed.failure())
        .isEqualTo(new Failure.Unreadable(200, "the body broke off (EOFException)"));
  }

  /// Takes one connection, says its piece, and then nothing more.
  private static final class SilentPeer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final FutureTask<Socket> peer;

    private SilentPeer(String answer) throws IOException {
      peer = new FutureTask<>(() -> answered(server.accept(), answer));
      Thread.ofVirtual().start(peer);
    }

    private static Socket answered(Socket socket, String answer) throws IOException {
      var _ = socket.getInputStream().read();
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      return socket;
    }

    private URI address(String scheme) {
      return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort());
    }

    private void awaitRequest() throws Exception {
      var _ = peer.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
      server.close();
      if (peer.state() == Future.State.SUCCESS) {
        peer.resultNow().close();
      }
    }
  }

  private static ResponseDefinitionBuilder compressed(byte[] body) {
    return aResponse().withHeader("Content-Encoding", "gzip").withBody(body);
  }

  private static byte[] gzip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }

  private static Failed<?> send(ApiConfig config) {
    try (var connection = HighLevelConnection.open(config)) {
      return (Failed<?>) api(connection).messages().send(new OutgoingMessage.Sms("c1", "Hello"));
    }
  }

  private static HighLevelApi api(HighLevelConnection connection) {
    return connection.location("loc1", TokenSource.fixed(new AccessToken("secret")));
  }
}
