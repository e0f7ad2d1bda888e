package dev.interlock.bench.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/// Jetty with nothing behind it, asked by OkHttp.
final class EmptyWeb {
  private static final int CLIENTS = 32;

  private EmptyWeb() {}

  static double requestsPerSecond(Duration span) throws IOException, InterruptedException {
    var server = new Server();
    var connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Empty());
    try {
      server.start();
      return asked("http://127.0.0.1:" + connector.getLocalPort() + "/", span);
    } catch (IOException | InterruptedException | RuntimeException problem) {
      throw problem;
    } catch (Exception problem) {
      throw new IOException("an empty Jetty cannot be measured", problem);
    } finally {
      server.setStopTimeout(0);
      stop(server);
    }
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception problem) {
      throw new IllegalStateException("an empty Jetty does not stop", problem);
    }
  }

  private static double asked(String url, Duration span) throws InterruptedException {
    var client =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(CLIENTS, 1, TimeUnit.MINUTES))
            .build();
    var request = new Request.Builder().url(url).build();
    long begun = System.nanoTime();
    long end = begun + span.toNanos();
    var count = new LongAdder();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < CLIENTS; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                while (System.nanoTime() < end) {
                  ask(client, request);
                  count.increment();
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    client.connectionPool().evictAll();
    return count.sum() / ((System.nanoTime() - begun) / 1e9);
  }

  private static void ask(OkHttpClient client, Request request) {
    try (var response = client.newCall(request).execute()) {
      response.body().bytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static final class Empty extends Handler.Abstract.NonBlocking {
    @Override
    public boolean handle(
        org.eclipse.jetty.server.Request request, Response response, Callback callback) {
      response.write(
          true,
          ByteBuffer.wrap("fine\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
          callback);
      return true;
    }
  }
}
