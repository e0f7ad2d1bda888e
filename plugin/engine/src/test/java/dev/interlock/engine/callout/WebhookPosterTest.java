package dev.interlock.engine.callout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.interlock.crm.Sent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookPosterTest {
  private final WebhookPoster poster = new WebhookPoster(Duration.ofSeconds(5));
  private final AtomicReference<String> heard = new AtomicReference<>("");
  private final AtomicReference<Integer> status = new AtomicReference<>(200);
  private final AtomicReference<HttpServer> server = new AtomicReference<>();

  @BeforeEach
  void listen() throws IOException {
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/hook",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
          heard.set(key + " " + body);
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    http.start();
    server.set(http);
  }

  @AfterEach
  void stop() {
    server.get().stop(0);
    poster.close();
  }

  private Sent post() {
    String url = "http://127.0.0.1:" + server.get().getAddress().getPort() + "/hook";
    return poster.post(url, Map.of("who", "Ann \"A\"", "what", "a call"), "r1/1");
  }

  @Test
  void valuesArePostedAsOneObjectWithAKeyThatTellsRepetitions() {
    assertThat(post()).isEqualTo(new Sent.Done(Optional.empty(), Optional.empty()));
    assertThat(heard.get()).isEqualTo("r1/1 {\"what\":\"a call\",\"who\":\"Ann \\\"A\\\"\"}");
  }

  @Test
  void whatMayPassIsTriedAgainAndWhatWillNotIsNot() {
    status.set(503);
    assertThat(post()).isInstanceOf(Sent.TryLater.class);
    status.set(429);
    assertThat(post()).isInstanceOf(Sent.TryLater.class);
    status.set(404);
    assertThat(post()).isInstanceOf(Sent.Refused.class);
  }

  @Test
  void nobodySendsUsOnToAnotherAddress() {
    status.set(302);

    assertThat(post()).isInstanceOf(Sent.Refused.class);
  }

  @Test
  void anAddressThatDoesNotAnswerIsTriedAgain() {
    server.get().stop(0);

    assertThat(post()).isInstanceOf(Sent.TryLater.class);
  }

  @Test
  void whatIsNoAddressIsRefused() {
    assertThat(poster.post("not an address", Map.of(), "r1/1")).isInstanceOf(Sent.Refused.class);
    assertThat(poster.post("file:///etc/passwd", Map.of(), "r1/1"))
        .isInstanceOf(Sent.Refused.class);
  }
}
