package dev.interlock.app.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Cuts off whoever takes too long to send a request. A connection that is silent ends by itself;
/// one on which a byte comes now and then never would, and each takes one of those that there may
/// be. While all are taken, there is less time. How long an answer takes is nobody's concern here.
final class SlowSenders extends Handler.Wrapper implements Connection.Listener {
  private final Bounds bounds;
  private final AtomicInteger open = new AtomicInteger();

  /// By when each that owes us a request has to have sent it.
  private final Map<EndPoint, Deadline> deadlines = new ConcurrentHashMap<>();

  /// By the machine's nanoseconds.
  ///
  /// @param whenFull the same while others wait for a connection
  private record Deadline(long last, long whenFull) {
    static Deadline after(long since, Duration last, Duration whenFull) {
      return new Deadline(since + last.toNanos(), since + whenFull.toNanos());
    }

    boolean isOver(long now, boolean full) {
      return (full ? whenFull : last) - now < 0;
    }
  }

  SlowSenders(Handler inside, Bounds bounds) {
    super(inside);
    this.bounds = bounds;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    lookSoon();
  }

  private void lookSoon() {
    Duration pause = bounds.headerWhenFull().dividedBy(2);
    var _ =
        getServer()
            .getScheduler()
            .schedule(
                () -> {
                  look();
                  if (isRunning()) {
                    lookSoon();
                  }
                },
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    boolean full = open.get() >= bounds.connections();
    deadlines.forEach((end, deadline) -> {
      if (deadline.isOver(now, full)) {
        deadlines.remove(end);
        end.close();
      }
    });
  }

  @Override
  public void onOpened(Connection connection) {
    open.incrementAndGet();
    deadlines.put(
        connection.getEndPoint(),
        Deadline.after(System.nanoTime(), bounds.sending(), bounds.headerWhenFull()));
  }

  @Override
  public void onClosed(Connection connection) {
    open.decrementAndGet();
    deadlines.remove(connection.getEndPoint());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
    deadlines.put(
        end,
        Deadline.after(request.getBeginNanoTime(), bounds.sending(), bounds.sendingWhenFull()));
    if (request.getLength() == 0) {
      deadlines.remove(end);
    }
    Request.addCompletionListener(request, _ -> nextMayCome(end));
    return super.handle(new Sent(request, end), response, callback);
  }

  /// Nothing tells when the next one begins: it may be silent before that for as long as anybody.
  private void nextMayCome(EndPoint end) {
    deadlines.put(
        end,
        Deadline.after(
            System.nanoTime(),
            bounds.idle().plus(bounds.sending()),
            bounds.idleWhenFull().plus(bounds.headerWhenFull())));
    if (!end.isOpen()) {
      deadlines.remove(end);
    }
  }

  /// A request that tells when its last byte is there.
  private final class Sent extends Request.Wrapper {
    private final EndPoint end;

    Sent(Request request, EndPoint end) {
      super(request);
      this.end = end;
    }

    @Override
    public Content.Chunk read() {
      var chunk = super.read();
      if (chunk != null && chunk.isLast()) {
        deadlines.remove(end);
      }
      return chunk;
    }
  }
}
