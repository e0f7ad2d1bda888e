package dev.interlock.bench.job;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/// A CRM in a process of its own that answers as HighLevel does, and takes as little of the
/// processor as can be: one thread, all connections.
///
/// It prints the port that it listens on, and ends with whoever began it.
public final class LoopbackCrm {
  private static final int READ_AT_ONCE = 16 * 1024;

  private final ShopInCrm shop = new ShopInCrm();
  private final ByteBuffer incoming = ByteBuffer.allocateDirect(READ_AT_ONCE);

  private LoopbackCrm() {}

  public static void main(String[] arguments) throws IOException {
    try (var selector = Selector.open();
        var listening = ServerSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
      listening.configureBlocking(false);
      listening.register(selector, SelectionKey.OP_ACCEPT);
      System.out.println(((InetSocketAddress) listening.getLocalAddress()).getPort());
      endWithParent();
      new LoopbackCrm().serve(selector, listening);
    }
  }

  private static void endWithParent() {
    var parent = ProcessHandle.current().parent().orElseThrow();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          parent.onExit().join();
          Runtime.getRuntime().halt(0);
        });
  }

  private void serve(Selector selector, ServerSocketChannel listening) throws IOException {
    while (selector.isOpen()) {
      selector.select();
      for (SelectionKey key : selector.selectedKeys()) {
        if (key.isAcceptable()) {
          accept(selector, listening.accept());
        } else {
          answer(key);
        }
      }
      selector.selectedKeys().clear();
    }
  }

  private static void accept(Selector selector, SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.register(selector, SelectionKey.OP_READ, new Unread());
  }

  private void answer(SelectionKey key) {
    var channel = (SocketChannel) key.channel();
    try {
      if (!answered(channel, (Unread) key.attachment())) {
        channel.close();
      }
    } catch (IOException gone) {
      key.cancel();
    }
  }

  private boolean answered(SocketChannel channel, Unread unread) throws IOException {
    incoming.clear();
    if (channel.read(incoming) < 0) {
      return false;
    }
    unread.add(incoming.flip());
    int end = HttpBytes.end(unread.bytes, 0, unread.length);
    while (end > 0) {
      ByteBuffer answer = shop.answer(unread.bytes, end);
      // answers are small, and whoever asked waits for them: there is always room
      while (answer.hasRemaining()) {
        channel.write(answer);
      }
      unread.forget(end);
      end = HttpBytes.end(unread.bytes, 0, unread.length);
    }
    return true;
  }

  /// What came over one connection and was not answered yet.
  private static final class Unread {
    private byte[] bytes = new byte[2048];
    private int length;

    void add(ByteBuffer more) {
      if (length + more.remaining() > bytes.length) {
        bytes = Arrays.copyOf(bytes, (length + more.remaining()) * 2);
      }
      int count = more.remaining();
      more.get(bytes, length, count);
      length += count;
    }

    void forget(int count) {
      System.arraycopy(bytes, count, bytes, 0, length - count);
      length -= count;
    }
  }
}
