package dev.interlock.bench.job;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/// Clients in a closed loop: each sends its next request when its last one is answered. One thread
/// serves all, so that they take little of the processor from what is measured.
final class Clients {
  private static final int COUNT = 32;
  private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(30);

  private final Queue<byte[]> left;
  private final List<Long> nanos = new ArrayList<>();
  private final List<Client> all = new ArrayList<>();
  private int refused;

  private Clients(List<byte[]> requests) {
    this.left = new ArrayDeque<>(requests);
  }

  /// How it went.
  ///
  /// @param nanos how long each request took, the quickest first
  /// @param refused how many were answered by another status than 200
  record Went(Duration took, List<Long> nanos, int refused) {
    double perSecond() {
      return nanos.size() / (took.toNanos() / 1e9);
    }

    double millis(double part) {
      int index = (int) Math.ceil(nanos.size() * part) - 1;
      return nanos.get(Math.max(0, index)) / 1e6;
    }
  }

  static Went send(int port, List<byte[]> requests) throws IOException {
    return new Clients(requests).send(port);
  }

  private Went send(int port) throws IOException {
    try (var selector = Selector.open()) {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      for (int i = 0; i < COUNT; i++) {
        all.add(new Client(SocketChannel.open(address), selector));
      }
      long begun = System.nanoTime();
      all.forEach(Client::next);
      while (all.stream().anyMatch(Client::waits)) {
        if (selector.select(GIVE_UP_AFTER.toMillis()) == 0) {
          throw new IOException("no webhook was answered within " + GIVE_UP_AFTER);
        }
        for (SelectionKey key : selector.selectedKeys()) {
          ((Client) key.attachment()).read();
        }
        selector.selectedKeys().clear();
      }
      var took = Duration.ofNanos(System.nanoTime() - begun);
      nanos.sort(null);
      return new Went(took, List.copyOf(nanos), refused);
    } finally {
      for (Client client : all) {
        client.channel.close();
      }
    }
  }

  /// One of them.
  private final class Client {
    private final SocketChannel channel;
    private final ByteBuffer incoming = ByteBuffer.allocate(4096);
    private long sentAt;
    private boolean waits;

    Client(SocketChannel channel, Selector selector) throws IOException {
      this.channel = channel;
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.register(selector, SelectionKey.OP_READ, this);
    }

    boolean waits() {
      return waits;
    }

    void next() {
      byte[] request = left.poll();
      waits = request != null;
      if (request == null) {
        return;
      }
      sentAt = System.nanoTime();
      var outgoing = ByteBuffer.wrap(request);
      try {
        while (outgoing.hasRemaining()) {
          channel.write(outgoing);
        }
      } catch (IOException broken) {
        throw new IllegalStateException("the server broke a connection off", broken);
      }
    }

    void read() throws IOException {
      if (channel.read(incoming) < 0) {
        throw new IOException("the server closed a connection");
      }
      if (HttpBytes.end(incoming.array(), 0, incoming.position()) > 0) {
        nanos.add(System.nanoTime() - sentAt);
        refused += isFine() ? 0 : 1;
        incoming.clear();
        next();
      }
    }

    private boolean isFine() {
      byte[] start = Arrays.copyOf(incoming.array(), 12);
      return new String(start, StandardCharsets.US_ASCII).endsWith(" 200");
    }
  }
}
