package dev.interlock.sandbox;

import dev.interlock.sandbox.deviation.Deviating;
import dev.interlock.sandbox.deviation.Deviation;
import dev.interlock.sandbox.http.ApiSettings;
import dev.interlock.sandbox.market.App;
import dev.interlock.sandbox.market.Company;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.time.Seed;
import dev.interlock.sandbox.webhooks.WebhookSettings;
import java.util.List;
import java.util.Set;

/// What an agency's sandbox is to be.
///
/// @param seed where all its chance comes from; each location has its own share of it
/// @param api how the API behaves; tokens in it are not used, since each location has its own
/// @param webhooks how webhooks are sent, for the app that is meant
/// @param locations those that are there from the beginning
public record AgencyConfig(
    Company company,
    SandboxClock clock,
    Seed seed,
    ApiSettings api,
    WebhookSettings webhooks,
    App app,
    List<SubAccountPlan> locations) {
  /// Copies what it is given.
  public AgencyConfig {
    locations = List.copyOf(locations);
    if (!webhooks.appId().equals(app.appId())) {
      throw new IllegalArgumentException(
          "webhooks are for app " + webhooks.appId() + ", but the app is " + app.appId());
    }
  }

  /// The same with another API.
  public AgencyConfig withApi(ApiSettings other) {
    return new AgencyConfig(company, clock, seed, other, webhooks, app, locations);
  }

  /// The same with other webhooks.
  public AgencyConfig withWebhooks(WebhookSettings other) {
    return new AgencyConfig(company, clock, seed, api, other, app, locations);
  }

  /// The same, differing from the vendor's description in known ways, in answers and in webhooks.
  public AgencyConfig deviating(Set<Deviation> ways) {
    var deviating = Deviating.in(ways);
    return withApi(api.deviating(deviating)).withWebhooks(webhooks.deviating(deviating));
  }

  /// The same with another app, whose webhooks are signed and sent alike.
  public AgencyConfig withApp(App other) {
    return new AgencyConfig(
        company, clock, seed, api, webhooks.forApp(other.appId()), other, locations);
  }
}
