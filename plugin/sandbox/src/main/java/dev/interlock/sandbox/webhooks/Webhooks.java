package dev.interlock.sandbox.webhooks;

import dev.interlock.sandbox.time.Seed;
import dev.interlock.sandbox.world.World;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Tells of the changes of a world.
public final class Webhooks {
  private Webhooks() {}

  /// Watches a world from now on.
  ///
  /// @param isTold asked at each change whether an app in this location hears of it
  public static void of(
      World world, Seed seed, WebhookSettings settings, Courier courier, BooleanSupplier isTold) {
    var outbox = new Outbox(world.directory().location().id(), seed, settings, courier);
    var announcer = new Announcer(world);
    world.watch(change -> {
      if (isTold.getAsBoolean()) {
        announcer
            .notices(change)
            .forEach(notice -> outbox.post(notice, change.contactId(), change.at(), Duration.ZERO));
      }
    });
  }
}
