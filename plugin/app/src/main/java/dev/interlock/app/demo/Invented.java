package dev.interlock.app.demo;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.settings.SandboxTime;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.deviation.Deviation;
import dev.interlock.sandbox.http.CannotListenException;
import dev.interlock.sandbox.people.People;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.webhooks.RetryPolicy;
import dev.interlock.sandbox.webhooks.RetryPolicy.Retried;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// An invented business with invented people.
///
/// @param seed another number, another story
/// @param people how many appear
/// @param deviations in which known ways its CRM differs from its description
/// @param speed how many times faster than life time runs, where it runs by itself
public record Invented(long seed, int people, double speed, Set<Deviation> deviations) {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  public Invented {
    deviations = Set.copyOf(deviations);
    if (people < 0 || people > 10_000) {
      throw new CannotRunException("--people is " + people + "; say 0 to 10000");
    }
    if (!(speed > 0) || speed > 1_000_000) {
      throw new CannotRunException("--speed is " + speed + "; say more than 0, to 1000000");
    }
  }

  /// The same business, in a CRM that does what its description says.
  public Invented(long seed, int people, double speed) {
    this(seed, people, speed, Set.of());
  }

  /// The time zone that its server has to be told, because its CRM does not tell it.
  public Optional<ZoneId> zoneToSet() {
    return deviations.contains(Deviation.NO_TIMEZONE)
        ? Optional.of(ZoneId.of("America/New_York"))
        : Optional.empty();
  }

  /// A sandbox in which time stands until it is moved.
  Sandbox standing() {
    return start(SandboxClock.standingAt(DemoWorld.BEGIN), 0, RetryPolicy.PATIENT);
  }

  /// A sandbox in which time runs.
  public Sandbox running(SandboxTime time, int port) {
    var clock = SandboxClock.runningFrom(time.start(), time.origin(), time.factor());
    return start(clock, port, patient());
  }

  private Sandbox start(SandboxClock clock, int port, RetryPolicy retries) {
    var config = DemoWorld.config(clock, seed).deviating(deviations);
    try {
      return Sandbox.start(
          config
              .withApi(config.api().onPort(port))
              .withWebhooks(config.webhooks().retrying(retries)));
    } catch (CannotListenException taken) {
      throw new CannotRunException(
          "the sandbox cannot listen on port " + port + "; --port names another one", taken);
    }
  }

  /// Pauses are in the sandbox's time, and a receiver that is started again takes a while of ours.
  private RetryPolicy patient() {
    var pause = Duration.ofMillis(Math.round(Math.max(10_000, 200 * speed)));
    return new RetryPolicy(Retried.OVERLOAD_AND_FAULTS, 1_000, pause, 1, pause);
  }

  /// Lets people appear, counted from now.
  void appear(Sandbox sandbox) {
    sandbox.invite(People.crowd(seed, people));
  }

  /// Lets people appear once the receiver of webhooks says that it is ready.
  public void appearWhenReady(Sandbox sandbox, URI webhooks) {
    sandbox.sendWebhooksTo(webhooks);
    Thread.ofVirtual()
        .name("sandbox-waits")
        .start(() -> {
          try (var client = HttpClient.newHttpClient()) {
            var ready = HttpRequest.newBuilder(webhooks.resolve("/health/ready")).build();
            while (!isReady(client, ready)) {
              Thread.sleep(LOOK_AGAIN);
            }
            appear(sandbox);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static boolean isReady(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
