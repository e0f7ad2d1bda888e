package dev.interlock.sandbox.modules;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Posts what workflows have to say to the app.
final class Caller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /// @param status 0 when nobody answered
  record Said(int status, String body) {}

  Said post(URI to, Map<String, String> headers, ObjectNode body) {
    var request =
        HttpRequest.newBuilder(to)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    headers.forEach(request::header);
    try {
      var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Said(response.statusCode(), response.body());
    } catch (IOException unreachable) {
      LOG.debug("a workflow's call found nobody", unreachable);
      return new Said(0, "");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Said(0, "");
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
