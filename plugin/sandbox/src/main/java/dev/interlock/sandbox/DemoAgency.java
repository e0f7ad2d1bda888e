package dev.interlock.sandbox;

import dev.interlock.sandbox.http.ApiSettings;
import dev.interlock.sandbox.http.RateLimit;
import dev.interlock.sandbox.http.Trouble;
import dev.interlock.sandbox.market.App;
import dev.interlock.sandbox.market.Company;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.time.Seed;
import dev.interlock.sandbox.webhooks.WebhookSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// An agency with three dental practices, of which one lacks the pipeline, and an app for them.
public final class DemoAgency {
  /// The agency's id.
  public static final String COMPANY_ID = "BrightwaterAgency001";

  /// A practice that has everything.
  public static final String RIVERSIDE = DemoWorld.LOCATION_ID;

  /// A practice that lacks the pipeline and a tag.
  public static final String HILLSIDE = "HillsideDental000001";

  /// A practice that has everything, three hours to the west.
  public static final String LAKESIDE = "LakesideDental000001";

  /// The app's public half of its credentials. The app's id is the part before the dash.
  public static final String CLIENT_ID = DemoWorld.APP_ID + "-sandbox";

  /// The app's secret half of its credentials.
  public static final String CLIENT_SECRET = "sandbox-client-secret";

  /// What the app asks for: what the listing in `docs/marketplace` tells the reviewer, and a test
  /// holds the two to each other. Not the scopes for making pipelines: the vendor's files do not
  /// describe those calls, so Interlock does not make them.
  public static final Set<String> SCOPES =
      scopes(
          """
          oauth.readonly oauth.write contacts.readonly contacts.write conversations.readonly
          conversations/message.readonly conversations/message.write opportunities.readonly
          opportunities.write calendars.readonly calendars/events.readonly calendars/events.write
          locations.readonly locations/customValues.readonly locations/tags.readonly
          locations/tags.write locations/customFields.readonly locations/customFields.write
          locations/customValues.write users.readonly workflows.readonly forms.readonly
          phonenumbers.read
          """);

  private DemoAgency() {}

  private static Set<String> scopes(String words) {
    return new LinkedHashSet<>(List.of(words.strip().split("\\s+", -1)));
  }

  /// The agency at a time, with well-behaved webhooks and any free port, and no app in it yet.
  public static AgencyConfig config(SandboxClock clock, long seed) {
    return new AgencyConfig(
        new Company(COMPANY_ID, "Brightwater Agency"),
        clock,
        new Seed(seed),
        new ApiSettings(0, List.of(), RateLimit.GENEROUS, Duration.ZERO, Trouble.NONE),
        WebhookSettings.wellBehaved(DemoWorld.APP_ID),
        App.of(CLIENT_ID, CLIENT_SECRET, SCOPES),
        List.of(
            practice(RIVERSIDE, "Riverside Dental", "America/New_York"),
            practice(HILLSIDE, "Hillside Dental", "America/Chicago", DemoWorld.PIPELINE, "cold"),
            practice(LAKESIDE, "Lakeside Dental", "America/Los_Angeles")));
  }

  /// A practice like those, to be opened later.
  ///
  /// @param lacking names of what it lacks, such as a tag or the calendar
  public static SubAccountPlan practice(
      String locationId, String name, String zone, String... lacking) {
    return DemoWorld.practice(locationId, name, ZoneId.of(zone), Set.of(lacking));
  }
}
