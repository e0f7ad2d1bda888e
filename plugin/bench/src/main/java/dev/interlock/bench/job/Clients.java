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
  private final Duration longest;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Client> all = new ArrayList<>();
  private long begun;

  private Clients(List<byte[]> requests, Duration longest) {
    this.left = new ArrayDeque<>(requests);
    this.longest = longest;
  }

  /// An answer to one request.
  ///
  /// @param after how long after the first request was sent it came, in nanoseconds
  /// @param nanos how long it took
  /// @param isFine whether it is 200
  private record Answer(long after, long nanos, boolean isFine) {}

  /// How it went.
  ///
  /// @param answers in the order in which they came
  record Went(Duration took, List<Answer> answers) {
    /// How many were answered 200 in a second.
    double perSecond() {
      return fine() / (took.toNanos() / 1e9);
    }

    long fine() {
      return answers.stream().filter(Answer::isFine).count();
    }

    /// How many were answered by another status.
    long refused() {
      return answers.size() - fine();
    }

    /// Within how many milliseconds a part of those that were answered 200 were.
    double millis(double part) {
      var nanos =
          answers.stream().filter(Answer::isFine).mapToLong(Answer::nanos).sorted().toArray();
      return nanos.length == 0
          ? Double.NaN
          : nanos[Math.max(0, (int) Math.ceil(nanos.length * part) - 1)] / 1e6;
    }

    /// What came after a while.
    Went later(Duration first) {
      return new Went(
          took.minus(first),
          answers.stream().filter(answer -> answer.after() >= first.toNanos()).toList());
    }
  }

  /// Sends all of them.
  static Went send(int port, List<byte[]> requests) throws IOException {
    return new Clients(requests, Duration.ofDays(1)).send(port);
  }

  /// Sends as many of them as there is time for. Who is refused sends the next one at once.
  static Went flood(int port, List<byte[]> requests, Duration longest) throws IOException {
    return new Clients(requests, longest).send(port);
  }

  private Went send(int port) throws IOException {
    try (var selector = Selector.open()) {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      for (int i = 0; i < COUNT; i++) {
        all.add(new Client(SocketChannel.open(address), selector));
      }
      begun = System.nanoTime();
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
      return new Went(took, List.copyOf(answers));
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
      sentAt = System.nanoTime();
      byte[] request = sentAt - begun < longest.toNanos() ? left.poll() : null;
      waits = request != null;
      if (request == null) {
        return;
      }
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
        long now = System.nanoTime();
        answers.add(new Answer(now - begun, now - sentAt, isFine()));
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
