package dev.interlock.torture.crm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.sandbox.time.Seed;
import dev.interlock.torture.ledger.Telling;
import dev.interlock.torture.ledger.Told;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/// Carries webhooks from the CRM to Interlock, and writes down which were answered 2xx. Some it
/// brings twice at the same moment, and of some it keeps the answer from the CRM.
public final class Courier implements AutoCloseable {
  private static final int NOBODY_THERE = 503;
  private static final double TWICE = 0.04;
  private static final double ANSWER_KEPT = 0.06;

  private final Upstream interlock;
  private final Seed seed;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Told> told = new LinkedHashSet<>();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicInteger carried = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean rests;

  private Courier(URI interlock, Seed seed) throws IOException {
    this.interlock = new Upstream(interlock);
    this.seed = seed;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /// Opens for business on any free port.
  ///
  /// @param interlock its address, without a slash at the end
  public static Courier to(URI interlock, Seed seed) throws IOException {
    var courier = new Courier(interlock, seed);
    courier.server.start();
    return courier;
  }

  /// Where the CRM hands webhooks in.
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/highlevel");
  }

  /// How many deliveries were answered 2xx.
  public long acknowledged() {
    return acknowledged.get();
  }

  /// How many deliveries reached Interlock and were answered otherwise.
  public long refused() {
    return refused.get();
  }

  /// Carries nothing for a while, or goes on; the CRM is told to try again.
  public void rests(boolean now) {
    rests = now;
  }

  /// Whether nothing is on its way.
  public boolean isIdle() {
    return underWay.get() == 0;
  }

  /// What was told by those that were answered 2xx.
  public List<Told> told() {
    synchronized (told) {
      return List.copyOf(told);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    underWay.incrementAndGet();
    try (exchange) {
      var request = new Upstream.Request(exchange);
      var chance = seed.about("courier", Integer.toString(carried.incrementAndGet()));
      if (chance.nextDouble() < TWICE) {
        threads.execute(() -> carry(request));
      }
      int status = carry(request);
      int answer = chance.nextDouble() < ANSWER_KEPT ? NOBODY_THERE : status;
      exchange.sendResponseHeaders(answer, -1);
    } finally {
      underWay.decrementAndGet();
    }
  }

  private int carry(Upstream.Request request) {
    if (rests) {
      return NOBODY_THERE;
    }
    try {
      int status = interlock.pass(request).statusCode();
      if (status >= 200 && status < 300) {
        acknowledged.incrementAndGet();
        note(request);
      } else {
        refused.incrementAndGet();
      }
      return status;
    } catch (IOException nobodyThere) {
      return NOBODY_THERE;
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      return NOBODY_THERE;
    }
  }

  private void note(Upstream.Request request) {
    var heard = Telling.of(JsonMapper.shared().readTree(request.body()));
    synchronized (told) {
      heard.ifPresent(told::add);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    interlock.close();
  }
}
