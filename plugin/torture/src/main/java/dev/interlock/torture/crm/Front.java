package dev.interlock.torture.crm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.sandbox.time.Seed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/// Stands before a CRM and passes requests on, or not, and answers, or not.
///
/// What becomes of a request depends on the seed, the weather, and how often the same was asked in
/// this weather; not on what others ask meanwhile.
public final class Front implements AutoCloseable {
  private static final Duration LONGEST_STORM = Duration.ofMillis(900);

  private final Upstream crm;
  private final Seed seed;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<Weather> weather;
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final Map<Mischief, Long> counted = new ConcurrentHashMap<>();
  private volatile long begun = System.nanoTime();

  private Front(URI crm, Seed seed, Weather weather) throws IOException {
    this.crm = new Upstream(crm);
    this.seed = seed;
    this.weather = new AtomicReference<>(weather);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /// Opens it on any free port.
  public static Front before(URI crm, Seed seed, Weather weather) throws IOException {
    var front = new Front(crm, seed, weather);
    front.server.start();
    return front;
  }

  /// Where it listens, without a slash at the end.
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Behaves so from now on.
  public void turns(Weather other) {
    asked.clear();
    begun = System.nanoTime();
    weather.set(other);
  }

  /// How often what happened.
  public Map<Mischief, Long> counted() {
    var all = new EnumMap<Mischief, Long>(Mischief.class);
    all.putAll(counted);
    return all;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = new Upstream.Request(exchange);
      var now = weather.get();
      var chance = chance(request, now);
      var mischief = mischief(request, now, chance);
      counted.merge(mischief, 1L, Long::sum);
      play(mischief, request, exchange, chance);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private RandomGenerator chance(Upstream.Request request, Weather now) {
    var what = request.method() + " " + request.path();
    int count = asked.merge(what, 1, Integer::sum);
    return seed.about("front", Integer.toString(now.number()), what, Integer.toString(count));
  }

  private Mischief mischief(Upstream.Request request, Weather now, RandomGenerator chance) {
    if (!now.takesOrders() && request.isOrder()) {
      return Mischief.REFUSED;
    }
    if (now.isStormy() && storms(now)) {
      return Mischief.STORM;
    }
    var drawn = now.draw(request.isOrder(), chance);
    return drawn == Mischief.DONE_LATE && !request.isOrder() ? Mischief.CUT_BEFORE : drawn;
  }

  /// A storm a second, by the clock of life.
  private boolean storms(Weather now) {
    long millis = (System.nanoTime() - begun) / 1_000_000;
    var chance = seed.about("storm", now.number() + "/" + millis / 1_000);
    return millis % 1_000 < chance.nextLong(LONGEST_STORM.toMillis());
  }

  private void play(
      Mischief mischief, Upstream.Request request, HttpExchange exchange, RandomGenerator chance)
      throws IOException, InterruptedException {
    switch (mischief) {
      case NONE -> answer(exchange, crm.pass(request));
      case REFUSED -> say(exchange, 503, "{\"statusCode\":503,\"message\":\"not now\"}");
      case CUT_BEFORE -> {}
      case CUT_AFTER -> crm.pass(request);
      case FAULT_AFTER -> {
        crm.pass(request);
        say(exchange, chance.nextBoolean() ? 500 : 504, "{\"message\":\"something went wrong\"}");
      }
      case DONE_LATE -> {
        exchange.close();
        Thread.sleep(chance.nextLong(50, 400));
        crm.pass(request);
      }
      case STALLED -> {
        var answer = crm.pass(request);
        Thread.sleep(chance.nextLong(1_000, 22_000));
        answer(exchange, answer);
      }
      case DRIBBLED -> dribble(exchange, crm.pass(request), chance);
      case GARBLED -> garble(exchange, crm.pass(request), chance);
      case STORM -> storm(exchange);
    }
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    answer.headers().map().forEach((name, values) -> copy(exchange, name, values));
    send(exchange, answer.statusCode(), answer.body());
  }

  private static void copy(HttpExchange exchange, String name, List<String> values) {
    if (!Upstream.isOfTheConnection(name)) {
      values.forEach(value -> exchange.getResponseHeaders().add(name, value));
    }
  }

  private static void say(HttpExchange exchange, int status, String json) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    send(exchange, status, json.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  /// The connection ends with half of what was promised.
  private static void dribble(
      HttpExchange exchange, HttpResponse<byte[]> answer, RandomGenerator chance)
      throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(answer.statusCode(), answer.body().length + 1_000L);
    var out = exchange.getResponseBody();
    long pause = chance.nextLong(20, 400);
    for (int i = 0; i < answer.body().length / 2 && i < 60; i++) {
      out.write(answer.body(), i, 1);
      out.flush();
      Thread.sleep(pause);
    }
  }

  private static void garble(
      HttpExchange exchange, HttpResponse<byte[]> answer, RandomGenerator chance)
      throws IOException {
    var text = new String(answer.body(), StandardCharsets.UTF_8);
    var garbled =
        switch (chance.nextInt(5)) {
          case 0 -> text.substring(0, text.length() / 2);
          case 1 -> "<html><body>We are making things better for you.</body></html>";
          case 2 -> "[]";
          case 3 -> "{\"data\":null}";
          default -> "";
        };
    say(exchange, answer.statusCode(), garbled);
  }

  private static void storm(HttpExchange exchange) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("X-RateLimit-Limit-Daily", "200000");
    headers.set("X-RateLimit-Daily-Remaining", "150000");
    headers.set("X-RateLimit-Interval-Milliseconds", "10000");
    headers.set("X-RateLimit-Max", "100");
    headers.set("X-RateLimit-Remaining", "0");
    say(exchange, 429, "{\"statusCode\":429,\"message\":\"Too Many Requests\"}");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    crm.close();
  }
}
