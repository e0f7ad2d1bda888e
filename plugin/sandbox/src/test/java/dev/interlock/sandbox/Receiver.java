package dev.interlock.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes webhooks and keeps them.
public final class Receiver implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final HttpServer server;
  private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private volatile IntSupplier status = () -> 200;

  /// A webhook as it arrived.
  public record Received(String signature, String body) {
    public JsonNode json() {
      return MAPPER.readTree(body);
    }

    public String type() {
      return json().path("type").asString("");
    }
  }

  public Receiver() {
    this(0);
  }

  public Receiver(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException cause) {
      throw new IllegalStateException("cannot listen", cause);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/webhooks/highlevel", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    var bytes = exchange.getRequestBody().readAllBytes();
    var body = new String(bytes, StandardCharsets.UTF_8);
    var signature = exchange.getRequestHeaders().getFirst("X-GHL-Signature");
    received.add(new Received(signature == null ? "" : signature, body));
    exchange.sendResponseHeaders(status.getAsInt(), -1);
    exchange.close();
  }

  /// What it answers from now on.
  public void answer(IntSupplier statuses) {
    status = statuses;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/highlevel");
  }

  /// All that has come and has not been taken yet.
  public List<Received> all() {
    var all = new ArrayList<Received>();
    received.drainTo(all);
    return all;
  }

  /// The types of all that has come and has not been taken yet.
  public List<String> types() {
    return all().stream().map(Received::type).toList();
  }

  /// The next one, as soon as it comes.
  public Received next() throws InterruptedException {
    var next = received.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no webhook came within 20 seconds");
    }
    return next;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
