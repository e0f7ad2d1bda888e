package dev.interlock.engine;

import static dev.interlock.contract.dsl.Steps.callWebhook;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Steps.value;
import static dev.interlock.engine.Contracts.doing;
import static dev.interlock.engine.Office.ANN;
import static dev.interlock.engine.Office.BOB;
import static dev.interlock.engine.Office.missedCall;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.SettingName;
import dev.interlock.crm.calls.Heard;
import dev.interlock.engine.desk.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes to other addresses than the CRM's does not depend on how the CRM is.
class CalloutTest {
  private static final Heard FAILS = new Heard.Failing("the CRM failed with status 503");
  private static final Contract CALLS =
      doing(
          callWebhook("bookingLink", value("who", "somebody"))
              .onFailure(retry(5), thenExit("done")));

  @TempDir Path folder;

  @Test
  void isPostedWhileTheCrmIsLeftInPeace() throws IOException {
    try (var address = new Address();
        var office = Office.opened(folder, CALLS)) {
      office.engine.renew(calling(office, address));
      address.status.set(503);
      office.happens(missedCall(ANN));
      assertThat(address.heard.get()).isEqualTo(1);

      office.crm.goes(FAILS);
      for (int i = 0; i < 5; i++) {
        office.crm.contact(BOB, Set.of());
      }
      address.status.set(200);
      office.passes(Duration.ofSeconds(4));

      assertThat(office.crm.calls().isOpen()).isTrue();
      assertThat(address.heard.get()).isEqualTo(2);
      assertThat(office.endings(ANN)).containsExactly("doing: done");
    }
  }

  @Test
  void usesUpItsOwnAttemptsAlsoWhileTheCrmFails() throws IOException {
    try (var address = new Address();
        var office = Office.opened(folder, CALLS)) {
      office.engine.renew(calling(office, address));
      address.status.set(503);
      office.happens(missedCall(ANN));
      office.crm.goes(FAILS);
      for (int i = 0; i < 5; i++) {
        office.crm.contact(BOB, Set.of());
      }
      office.passes(Duration.ofHours(1));

      assertThat(address.heard.get()).isEqualTo(6);
    }
  }

  private static Installation calling(Office office, Address address) {
    Installation here = office.installation(CALLS);
    return new Installation(
        here.contracts(),
        here.crm(),
        here.inbound(),
        Map.of(new SettingName("bookingLink"), address.url()),
        here.location());
  }

  private static final class Address implements AutoCloseable {
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger status = new AtomicInteger(200);
    private final HttpServer server;

    Address() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/hook",
          exchange -> {
            heard.incrementAndGet();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
          });
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
