package dev.interlock.crm.highlevel.wire;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// The body of a call that OkHttp must not repeat by itself, whatever it meets.
///
/// Turning off `retryOnConnectionFailure` is not enough: a 503 with `Retry-After: 0` is followed up
/// all the same, unless the body can be sent only once.
final class SingleShotBody extends RequestBody {
  private static final MediaType JSON = MediaType.get("application/json");

  private final byte[] content;

  SingleShotBody(byte[] content) {
    this.content = content;
  }

  @Override
  public MediaType contentType() {
    return JSON;
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
