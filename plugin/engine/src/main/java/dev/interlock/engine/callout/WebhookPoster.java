package dev.interlock.engine.callout;

import dev.interlock.crm.Sent;
import dev.interlock.engine.intents.Poster;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.databind.json.JsonMapper;

/// Posts named values as one JSON object.
///
/// A receiver may get the same call twice, after a timeout or a crash, and tells repetitions by the
/// header `Idempotency-Key`.
public final class WebhookPoster implements Poster, AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final Duration AT_ONCE = Duration.ZERO;

  private final OkHttpClient client;

  public WebhookPoster(Duration timeout) {
    this.client =
        new OkHttpClient.Builder()
            .callTimeout(timeout)
            .connectTimeout(timeout)
            .readTimeout(timeout)
            .writeTimeout(timeout)
            // the address is what the client entered, not where somebody sends us on to
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .build();
  }

  @Override
  public Sent post(String url, Map<String, String> values, String key) {
    HttpUrl address = HttpUrl.parse(url);
    if (address == null) {
      return new Sent.Refused("no-address", "the setting holds no http or https address");
    }
    Request request =
        new Request.Builder()
            .url(address)
            .header("Idempotency-Key", key)
            .header("User-Agent", "Interlock")
            .post(RequestBody.create(MAPPER.writeValueAsBytes(new TreeMap<>(values)), JSON))
            .build();
    try (Response response = client.newCall(request).execute()) {
      return answered(response.code());
    } catch (IOException failure) {
      return new Sent.TryLater(
          AT_ONCE, "the address did not answer: " + failure.getClass().getSimpleName(), true);
    }
  }

  private static Sent answered(int status) {
    if (status >= 200 && status < 300) {
      return new Sent.Done(Optional.empty(), Optional.empty());
    }
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      return new Sent.TryLater(AT_ONCE, "the address answered " + status, true);
    }
    return new Sent.Refused("http-" + status, "the address answered " + status);
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
