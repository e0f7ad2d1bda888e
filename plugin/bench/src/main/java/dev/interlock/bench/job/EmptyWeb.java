package dev.interlock.bench.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/// Jetty with nothing behind it, asked by OkHttp.
final class EmptyWeb {
  private EmptyWeb() {}

  static double requestsPerSecond(Duration span) throws IOException, InterruptedException {
    var server = new Server();
    var connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Empty());
    try {
      server.start();
      return BareCalls.to("http://127.0.0.1:" + connector.getLocalPort() + "/", span).perSecond();
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
