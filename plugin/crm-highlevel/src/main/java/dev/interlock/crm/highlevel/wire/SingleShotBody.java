package dev.interlock.crm.highlevel.wire;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// The body of a call that OkHttp must not repeat by itself, whatever it meets.
///
/// Turning off `retryOnConnectionFailure` is not enough: a 503 with `Retry-After: 0` is followed up
/// all the same, unless the body can be sent only once.
final class SingleShotBody extends RequestBody {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final MediaType type;
  private final byte[] content;

  private SingleShotBody(MediaType type, byte[] content) {
    this.type = type;
    this.content = content;
  }

  static SingleShotBody json(byte[] content) {
    return new SingleShotBody(JSON, content);
  }

  static SingleShotBody form(Map<String, String> fields) {
    String text =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return new SingleShotBody(FORM, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return content.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(content);
  }
}
