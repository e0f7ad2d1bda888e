package dev.interlock.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.order.OrderDesk;
import dev.interlock.app.settings.ServerSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
  private static final int LARGEST = 1 << 20;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<byte[]> received = Collections.synchronizedList(new ArrayList<>());
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private volatile CountDownLatch untilAnswered = new CountDownLatch(0);
  private Door.Answer answer = new Door.Answer(200, "taken");
  private Optional<String> whyNotReady = Optional.empty();
  private WebServer server = start(Optional.empty());

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void handsTheBytesOfAWebhookOnAsTheyAre() throws Exception {
    byte[] body = {0, (byte) 0xff, '\n', '{', (byte) 0xc3};

    assertThat(post(BodyPublishers.ofByteArray(body)).statusCode()).isEqualTo(200);

    assertThat(received).singleElement().isEqualTo(body);
  }

  @Test
  void answersWhatTheDoorSays() throws Exception {
    answer = new Door.Answer(401, "the signature is wrong");

    assertThat(post(BodyPublishers.ofString("{}")).statusCode()).isEqualTo(401);
  }

  @Test
  void asksForAnotherDeliveryWhenTheDoorBreaks() throws Exception {
    answer = new Door.Answer(-1, "");

    assertThat(post(BodyPublishers.ofString("{}")).statusCode()).isEqualTo(429);
  }

  @Test
  void takesAMebibyteAndNotOneByteMore() throws Exception {
    assertThat(post(BodyPublishers.ofByteArray(new byte[LARGEST])).statusCode()).isEqualTo(200);
    assertThat(post(BodyPublishers.ofByteArray(new byte[LARGEST + 1])).statusCode()).isEqualTo(413);
    assertThat(received).hasSize(1);
  }

  @Test
  void limitsABodyWhoseLengthIsNotAnnounced() throws Exception {
    var chunks =
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LARGEST + 1]));

    assertThat(post(chunks).statusCode()).isEqualTo(413);
    assertThat(received).isEmpty();
  }

  @Test
  void asksToComeAgainWhereManyLargeOnesComeAtOnce() throws Exception {
    untilAnswered = new CountDownLatch(1);
    var large = new byte[LARGEST];
    var refused = new CountDownLatch(36);
    var all =
        IntStream.range(0, 100)
            .mapToObj(_ -> client.sendAsync(webhook(BodyPublishers.ofByteArray(large)), text()))
            .map(sent ->
                sent.thenApply(answered -> {
                  if (answered.statusCode() == 429) {
                    refused.countDown();
                  }
                  return answered.statusCode();
                }))
            .toList();

    // of what is being answered there is room for 64 MiB
    assertThat(refused.await(60, TimeUnit.SECONDS)).isTrue();
    untilAnswered.countDown();

    assertThat(all.stream().map(CompletableFuture::join)).containsOnly(200, 429);
    assertThat(post(BodyPublishers.ofByteArray(new byte[LARGEST])).statusCode()).isEqualTo(200);
  }

  @Test
  void tellsForWhichEventAnAddressIs() throws Exception {
    for (var path : List.of("", "/", "/AppointmentDelete")) {
      var webhook = to("/webhooks/highlevel" + path).POST(BodyPublishers.ofString("{}"));
      assertThat(client.send(webhook.build(), text()).statusCode()).isEqualTo(200);
    }

    assertThat(events).containsExactly("", "", "AppointmentDelete");
  }

  @Test
  void takesWebhooksByPostOnly() throws Exception {
    assertThat(get("/webhooks/highlevel").statusCode()).isEqualTo(405);
  }

  @Test
  void saysThatItLivesAndWhetherItIsReady() throws Exception {
    assertThat(get("/health/live").body()).isEqualTo("alive\n");
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);

    whyNotReady = Optional.of("the store cannot be written");

    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/ready").body()).isEqualTo("the store cannot be written\n");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void showsPagesUnderAStrictPolicy() throws Exception {
    var page = get("/hello");

    assertThat(page.body()).isEqualTo("<p>/hello</p>");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void saysThatThereIsNoSuchPage() throws Exception {
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"})
  void showsNoPagesToWhomeverAProxyForwards(String header) throws Exception {
    var forwarded = client.send(to("/hello").header(header, "203.0.113.7").build(), text());

    assertThat(forwarded.statusCode()).isEqualTo(403);
    assertThat(forwarded.body()).contains("INTERLOCK_CONSOLE_TOKEN");
  }

  @Test
  void showsPagesToThoseWhoKnowThePassword() throws Exception {
    server.close();
    server = start(Optional.of("correct horse battery"));

    var closed = get("/hello");
    assertThat(closed.statusCode()).isEqualTo(303);
    assertThat(closed.headers().firstValue("Location")).contains("/sign-in");
    assertThat(get("/sign-in").body()).contains("<form method=\"post\"");
    assertThat(signIn("wrong horse battery").statusCode()).isEqualTo(403);

    var cookie = signIn("correct horse battery").headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
    var open = to("/hello").header("Cookie", cookie.replaceFirst(";.*", "")).build();
    assertThat(client.send(open, text()).body()).isEqualTo("<p>/hello</p>");
  }

  @Test
  void slowsDownWhoeverGuessesPasswords() throws Exception {
    server.close();
    server = start(Optional.of("correct horse battery"));
    for (int attempt = 0; attempt < 10; attempt++) {
      assertThat(signIn("guess " + attempt).statusCode()).isEqualTo(403);
    }

    assertThat(signIn("correct horse battery").statusCode()).isEqualTo(429);
  }

  @Test
  void webhooksAndHealthNeedNoPassword() throws Exception {
    server.close();
    server = start(Optional.of("correct horse battery"));

    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(post(BodyPublishers.ofString("{}")).statusCode()).isEqualTo(200);
  }

  @Test
  void namesThePortThatIsTaken() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var settings = new ServerSettings("127.0.0.1", other.getLocalPort(), Optional.empty());

      assertThatThrownBy(() -> start(settings))
          .isInstanceOf(CannotRunException.class)
          .hasMessageContainingAll(String.valueOf(other.getLocalPort()), "INTERLOCK_PORT");
    }
  }

  @Test
  void takesOrdersAsJsonAndSaysWhatIsWrongWithThem() throws Exception {
    assertThat(order("text/plain", "{}").statusCode()).isEqualTo(415);
    assertThat(order("application/json", "{").statusCode()).isEqualTo(400);
    assertThat(order("application/json", "{\"order\": \"pause\", \"run\": \"r\"}").body())
        .contains("say who orders it");
    assertThat(order("application/json", "{\"order\": \"pause\", \"by\": \"Ana\"}").body())
        .contains("to pause, it needs \"run\"");
    assertThat(order("application/json", "{\"order\": \"dance\", \"by\": \"Ana\"}").body())
        .contains("one of pause, resume, withdraw, settle, retry, skip");
    assertThat(
            order("application/json", "{\"order\": \"skip\", \"run\": \"r\", \"by\": \"Ana\"}")
                .body())
        .contains("to skip, it needs \"run\", \"at\" and \"reason\"");
    assertThat(
            order(
                    "application/json",
                    "{\"order\": \"retry-webhook\", \"by\": \"Ana\", \"number\": 99999999999999999999}")
                .body())
        .contains("it needs \"number\"");
    assertThat(
            order(
                    "application/json",
                    "{\"order\": \"tell-again\", \"by\": \"Ana\", \"run\": \"r\", \"trigger\": \" \"}")
                .body())
        .contains("it needs \"run\" and \"trigger\"");
    assertThat(order("application/json", "{\"order\": \"retry-webhook\", \"by\": \"Ana\"}").body())
        .contains("to retry a webhook, it needs \"number\"");
    assertThat(
            order("application/json", "{\"order\": \"migrate\", \"run\": \"r\", \"by\": \"Ana\"}")
                .body())
        .contains("to migrate, it needs \"run\" and \"version\"");
    assertThat(order("application/json", " ".repeat((1 << 22) + 1)).statusCode()).isEqualTo(413);
    assertThat(
            order("application/json", "{\"order\": \"pause\", \"run\": \"r\", \"by\": \"Ana\"}")
                .statusCode())
        .as("nothing is live")
        .isEqualTo(503);
  }

  @Test
  void takesOrdersOfThoseOnlyWhoMaySeeThePages() throws Exception {
    server.close();
    server = start(Optional.of("a long enough password"));

    assertThat(order("application/json", "{}").statusCode()).isEqualTo(303);
    var signed =
        to("/orders")
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer a long enough password")
            .POST(BodyPublishers.ofString("{}"))
            .build();
    assertThat(client.send(signed, text()).statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> order(String type, String body) throws Exception {
    return client.send(
        to("/orders").header("Content-Type", type).POST(BodyPublishers.ofString(body)).build(),
        text());
  }

  private WebServer start(Optional<String> password) {
    return start(new ServerSettings("127.0.0.1", 0, password));
  }

  private WebServer start(ServerSettings settings) {
    return WebServer.start(
        settings,
        InstantSource.fixed(Instant.parse("2026-11-02T13:00:00Z")),
        this::receive,
        new OrderDesk(_ -> Optional.empty()),
        (path, _) ->
            path.equals("/nowhere")
                ? Optional.empty()
                : Optional.of(Page.html("<p>" + path + "</p>")),
        Readiness.of(() -> whyNotReady));
  }

  private Door.Answer receive(
      String event, java.util.function.Function<String, String> header, byte[] body) {
    events.add(event);
    if (answer.status() < 0) {
      throw new IllegalStateException("the disk is full");
    }
    received.add(body);
    try {
      untilAnswered.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return answer;
  }

  private HttpResponse<String> signIn(String password) throws Exception {
    return client.send(
        to("/sign-in")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("password=" + password.replace(' ', '+')))
            .build(),
        text());
  }

  private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
    return client.send(webhook(body), text());
  }

  private HttpRequest webhook(HttpRequest.BodyPublisher body) {
    return to("/webhooks/highlevel").POST(body).build();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(to(path).build(), text());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path));
  }

  private static HttpResponse.BodyHandler<String> text() {
    return BodyHandlers.ofString();
  }
}
