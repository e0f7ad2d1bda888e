package dev.interlock.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.crm.highlevel.conformance.SeenAnswer;
import dev.interlock.crm.highlevel.conformance.SeenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A line to a CRM on which everything is passed on, and written down.
final class WatchedLine implements AutoCloseable {
  /// What the client of the JDK sets by itself.
  private static final Set<String> OF_THE_LINE =
      Set.of("connection", "content-length", "host", "transfer-encoding", "accept-encoding");

  private final URI crm;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Passed> passed = new CopyOnWriteArrayList<>();

  record Passed(SeenRequest request, SeenAnswer answer) {}

  private WatchedLine(URI crm, HttpServer server) {
    this.crm = crm;
    this.server = server;
  }

  static WatchedLine to(URI crm) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var line = new WatchedLine(crm, HttpServer.create(address, 64));
      line.server.setExecutor(line.threads);
      line.server.createContext("/", line::handle);
      line.server.start();
      return line;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// What went over it so far.
  List<Passed> passed() {
    return List.copyOf(passed);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var target = exchange.getRequestURI();
      byte[] body = exchange.getRequestBody().readAllBytes();
      Map<String, String> headers = new LinkedHashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      headers.keySet().removeAll(OF_THE_LINE);
      var onward =
          HttpRequest.newBuilder(crm.resolve(target.toString()))
              .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
      headers.forEach(onward::header);
      var answer = client.send(onward.build(), BodyHandlers.ofByteArray());
      passed.add(
          new Passed(
              SeenRequest.of(exchange.getRequestMethod(), target.toString(), headers, text(body)),
              new SeenAnswer(
                  answer.statusCode(),
                  answer.headers().firstValue("content-type").orElse(""),
                  text(answer.body()))));
      pass(answer, exchange);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pass(HttpResponse<byte[]> answer, HttpExchange exchange) throws IOException {
    answer
        .headers()
        .map()
        .forEach((name, values) -> {
          if (!OF_THE_LINE.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
            exchange.getResponseHeaders().put(name, values);
          }
        });
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }
}
