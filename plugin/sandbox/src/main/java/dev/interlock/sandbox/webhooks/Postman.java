package dev.interlock.sandbox.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Signs a webhook and posts it.
final class Postman implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WebhookKeys keys;
  private final WebhookKeys wrongKeys = WebhookKeys.generate();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Postman(WebhookKeys keys) {
    this.keys = keys;
  }

  /// Posts a webhook and returns the status that the receiver answered; 0 when there was no answer.
  int deliver(Delivery delivery, URI receiver) {
    var body = MAPPER.writeValueAsBytes(delivery.payload());
    var request =
        HttpRequest.newBuilder(receiver)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-GHL-Signature", (delivery.genuine() ? keys : wrongKeys).sign(body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException unreachable) {
      LOG.debug("webhook {} found no receiver", delivery.webhookId(), unreachable);
      return 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
