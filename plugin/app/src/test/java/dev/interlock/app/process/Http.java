package dev.interlock.app.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Speaks to processes.
final class Http {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Http() {}

  /// What is at an address; empty when nobody listens there or the answer is not 200.
  static Optional<byte[]> get(URI address) throws InterruptedException {
    try {
      var answer =
          CLIENT.send(
              HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
              BodyHandlers.ofByteArray());
      return Optional.of(answer).filter(it -> it.statusCode() == 200).map(HttpResponse::body);
    } catch (IOException nobodyThere) {
      return Optional.empty();
    }
  }

  /// Posts something.
  static HttpResponse<String> post(URI address, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    return send("POST", address, headers, body);
  }

  /// Sends something.
  static HttpResponse<String> send(
      String method, URI address, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
