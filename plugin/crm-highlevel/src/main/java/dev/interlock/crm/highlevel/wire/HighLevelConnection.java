package dev.interlock.crm.highlevel.wire;

import dev.interlock.crm.calls.Calls;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/// The process's connections to HighLevel, shared by all locations. Thread-safe.
public final class HighLevelConnection implements AutoCloseable {
  /// As many as calls are made at once where much is allowed; OkHttp would keep five, and open and
  /// close the others for each call.
  private static final int CONNECTIONS = 256;

  /// Servers close idle connections after a minute or so.
  private static final int KEPT_SECONDS = 50;

  private final ApiConfig config;
  private final OkHttpClient reads;
  private final OkHttpClient writes;
  private final Verdict verdict;
  private final InstantSource clock;

  private HighLevelConnection(ApiConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.verdict = new Verdict(clock);
    this.writes =
        new OkHttpClient.Builder()
            .connectTimeout(config.connect())
            .readTimeout(config.silence())
            .writeTimeout(config.silence())
            .callTimeout(config.total())
            .connectionPool(new ConnectionPool(CONNECTIONS, KEPT_SECONDS, TimeUnit.SECONDS))
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .eventListenerFactory(Progress::of)
            .build();
    // shares the connections with the above
    this.reads = writes.newBuilder().retryOnConnectionFailure(true).build();
  }

  public static HighLevelConnection open(ApiConfig config) {
    return open(config, InstantSource.system());
  }

  public static HighLevelConnection open(ApiConfig config, InstantSource clock) {
    return new HighLevelConnection(config, clock);
  }

  /// The calls of one location. Make one for each: it learns what the location allows.
  public HighLevelApi location(String locationId, TokenSource tokens) {
    var toll = new Toll(new Calls(), clock);
    var witness = WireCall.of(Operation.GET_LOCATION).id("locationId", locationId);
    return new HighLevelApi(
        locationId,
        new Exchange(reads, writes, config, verdict, tokens, toll, Optional.of(witness)),
        config.triggers());
  }

  /// The calls of our app itself.
  ///
  /// @param tokens the company's, for those calls that need them
  public OAuthCalls oauth(String clientId, String clientSecret, TokenSource tokens) {
    var toll = new Toll(new Calls(), clock);
    return new OAuthCalls(
        clientId,
        clientSecret,
        new Exchange(reads, writes, config, verdict, tokens, toll, Optional.empty()));
  }

  @Override
  public void close() {
    writes.dispatcher().cancelAll();
    writes.dispatcher().executorService().shutdown();
    writes.connectionPool().evictAll();
  }
}
