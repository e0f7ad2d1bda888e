package dev.interlock.app.wiring;

import static dev.interlock.contract.dsl.Operations.business;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.engine.EngineConfig;
import dev.interlock.engine.rounds.Looking;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.time.SandboxClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The account of a token is watched as those of a fleet are.
class DriftOfOneAccountTest {
  private static final Duration EVERY = Duration.ofHours(6);

  @TempDir private Path folder;
  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);

  private Plan plan(Sandbox sandbox) throws Exception {
    var operation =
        business("Riverside Dental")
            .setting("bookingLink", "where people book", "https://example.com/book")
            .build();
    return SandboxPlan.of(
        folder,
        sandbox,
        new ContractSet(operation, List.of()),
        EngineConfig.usual().with(Looking.never()),
        clock);
  }

  @Test
  void raisesARenamedCustomValueUntilItHasItsNameAgain() throws Exception {
    try (var sandbox = Sandbox.start(DemoWorld.config(clock, 1));
        var interlock = Interlock.listen(plan(sandbox))) {
      interlock.watch(EVERY);
      interlock.connect();
      interlock.watch(EVERY);
      assertThat(ready(interlock)).isEqualTo("ready");

      var directory = sandbox.world().directory();
      var link = directory.customValues().getFirst();
      directory.editCustomValue(link.id(), "Page to book", link.value());
      clock.advanceBy(EVERY);
      interlock.watch(EVERY);

      assertThat(ready(interlock))
          .isEqualTo(
              "ready. What live contracts name has changed in the CRM since they went live: 1"
                  + " thing.");
      assertThat(page(interlock, "/"))
          .contains("The whole account", "The custom value", "bookingLink", "Page to book");

      directory.editCustomValue(link.id(), link.name(), link.value());
      clock.advanceBy(EVERY);
      interlock.watch(EVERY);
      assertThat(ready(interlock)).isEqualTo("ready");
    }
  }

  private static String ready(Interlock interlock) throws Exception {
    return page(interlock, "/health/ready").strip();
  }

  private static String page(Interlock interlock, String page) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(interlock.url() + page)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
