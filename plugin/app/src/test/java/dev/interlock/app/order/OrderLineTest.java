package dev.interlock.app.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.core.run.RunId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An order is done when Interlock says so, and nobody else.
class OrderLineTest {
  private Optional<HttpServer> server = Optional.empty();

  @AfterEach
  void stop() {
    server.ifPresent(open -> open.stop(0));
  }

  private OrderAnswer answered(int status, String type) throws IOException {
    var open = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    server = Optional.of(open);
    open.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    open.start();
    var url = URI.create("http://127.0.0.1:" + open.getAddress().getPort());
    try (var line = new OrderLine(url, Optional.empty(), "Ben", Optional.empty())) {
      return line.give(new OrderRequest.Pause(new RunId("r1")));
    }
  }

  @Test
  void ourAnswerIsTaken() throws IOException {
    assertThat(answered(200, "text/plain;charset=utf-8").isDone()).isTrue();
  }

  @Test
  void anotherServerThatSaysAllIsWellHasDoneNothing() {
    assertThatThrownBy(() -> answered(200, "text/html"))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("(with 200) is no Interlock; say with --url where the server is");
  }

  @Test
  void norIsWhatAProxySaysAnAnswerToTheOrder() {
    assertThatThrownBy(() -> answered(502, "application/json"))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("(with 502) is no Interlock");
  }
}
