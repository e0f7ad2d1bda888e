package dev.interlock.torture.crm;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Whoever a request is passed on to.
final class Upstream implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "date",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "server",
          "transfer-encoding",
          "upgrade");

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  Upstream(URI base) {
    this.base = base;
  }

  /// A request as it came in.
  ///
  /// @param path with the query
  /// @param body JSON, if anything
  record Request(String method, String path, Map<String, List<String>> headers, String body) {
    Request(HttpExchange exchange) throws IOException {
      this(
          exchange.getRequestMethod(),
          exchange.getRequestURI().toString(),
          exchange.getRequestHeaders(),
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    /// Whether it would change anything: searches are posted too.
    boolean isOrder() {
      return !method.equals("GET") && !path.split("\\?", 2)[0].endsWith("/search");
    }
  }

  HttpResponse<byte[]> pass(Request request) throws IOException, InterruptedException {
    var onward =
        HttpRequest.newBuilder(URI.create(base + request.path()))
            .timeout(PATIENCE)
            .method(
                request.method(), BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8));
    request
        .headers()
        .forEach((name, values) -> {
          if (!isOfTheConnection(name)) {
            values.forEach(value -> onward.header(name, value));
          }
        });
    return client.send(onward.build(), BodyHandlers.ofByteArray());
  }

  static boolean isOfTheConnection(String header) {
    return OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
