package dev.interlock.sandbox;

import dev.interlock.sandbox.deviation.Deviating;
import dev.interlock.sandbox.deviation.Deviation;
import dev.interlock.sandbox.http.ApiSettings;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.time.Seed;
import dev.interlock.sandbox.webhooks.WebhookSettings;
import dev.interlock.sandbox.world.Location;
import dev.interlock.sandbox.world.World;
import java.util.Set;
import java.util.function.Consumer;

/// What a sandbox is to be.
///
/// @param location whose CRM it is
/// @param seed where all its chance comes from
/// @param pipeline the name of the pipeline in which simulated people get cards
/// @param furnish puts into the empty CRM what it has from the beginning
public record SandboxConfig(
    Location location,
    SandboxClock clock,
    Seed seed,
    ApiSettings api,
    WebhookSettings webhooks,
    String pipeline,
    Consumer<World> furnish) {

  /// The same with another API.
  public SandboxConfig withApi(ApiSettings other) {
    return new SandboxConfig(location, clock, seed, other, webhooks, pipeline, furnish);
  }

  /// The same with other webhooks.
  public SandboxConfig withWebhooks(WebhookSettings other) {
    return new SandboxConfig(location, clock, seed, api, other, pipeline, furnish);
  }

  /// The same, differing from the vendor's description in known ways, in answers and in webhooks.
  public SandboxConfig deviating(Set<Deviation> ways) {
    var deviating = Deviating.in(ways);
    return withApi(api.deviating(deviating)).withWebhooks(webhooks.deviating(deviating));
  }

  /// The same with another location.
  public SandboxConfig withLocation(Location other) {
    return new SandboxConfig(other, clock, seed, api, webhooks, pipeline, furnish);
  }
}
