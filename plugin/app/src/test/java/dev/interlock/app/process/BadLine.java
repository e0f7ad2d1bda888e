package dev.interlock.app.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A line to a CRM that does to messages, to changes of contacts or to deals what it is told to do.
/// Who has sent what cannot be looked up over it, so that whatever it cuts stays in doubt.
final class BadLine implements AutoCloseable {
  private static final String SENDING = "/conversations/messages";
  private static final String HISTORY = "/conversations/messages/export";
  private static final String DEALS = "/opportunities/";
  private static final Set<String> PASSED_ON = Set.of("authorization", "content-type", "version");

  private final URI crm;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile State state = State.FINE;

  /// What it does to a message, or in the last cases to a change of a contact and to a deal.
  enum State {
    FINE,
    CUT_BEFORE,
    CUT_AFTER,
    BUSY,
    NO_CHANGES,
    DEALS_BUSY
  }

  private BadLine(URI crm) throws IOException {
    this.crm = crm;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  static BadLine to(URI crm) throws IOException {
    var line = new BadLine(crm);
    line.server.start();
    return line;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void turns(State other) {
    state = other;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      if (path.equals(HISTORY)) {
        say(
            exchange,
            401,
            "{\"statusCode\": 401, \"message\": \"The token is not authorized for this scope.\"}");
        return;
      }
      switch (concerns(exchange.getRequestMethod(), path) ? state : State.FINE) {
        case NO_CHANGES -> say(exchange, 422, "{\"statusCode\": 422, \"message\": \"Not now\"}");
        case FINE -> answer(exchange, passed(exchange));
        case CUT_BEFORE -> exchange.getRequestBody().readAllBytes();
        case CUT_AFTER -> passed(exchange);
        case BUSY, DEALS_BUSY -> {
          exchange.getResponseHeaders().set("Retry-After", "72000");
          say(exchange, 429, "{\"statusCode\": 429, \"message\": \"Too Many Requests\"}");
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean concerns(String method, String path) {
    boolean isPut = method.equals("PUT");
    boolean isPost = method.equals("POST");
    return switch (state) {
      case NO_CHANGES -> isPut && path.startsWith("/contacts/");
      case DEALS_BUSY -> (isPut && path.startsWith(DEALS)) || (isPost && path.equals(DEALS));
      case FINE, CUT_BEFORE, CUT_AFTER, BUSY -> isPost && path.equals(SENDING);
    };
  }

  private HttpResponse<byte[]> passed(HttpExchange exchange)
      throws IOException, InterruptedException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var onward =
        HttpRequest.newBuilder(crm.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> onward.header(name, value));
          }
        });
    return client.send(onward.build(), BodyHandlers.ofByteArray());
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    answer
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    send(exchange, answer.statusCode(), answer.body());
  }

  private static void say(HttpExchange exchange, int status, String json) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    send(exchange, status, json.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }
}
