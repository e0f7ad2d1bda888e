package dev.interlock.sandbox;

import dev.interlock.sandbox.http.ApiSettings;
import dev.interlock.sandbox.records.LawfulReturn;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.time.Seed;
import dev.interlock.sandbox.webhooks.WebhookSettings;
import dev.interlock.sandbox.world.Calendar;
import dev.interlock.sandbox.world.Location;
import dev.interlock.sandbox.world.World;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The business of the demo: a dental practice with one pipeline, one calendar and two colleagues.
///
/// The names in here are those that the demo's contracts use.
public final class DemoWorld {
  /// The location's id.
  public static final String LOCATION_ID = "RiversideDental00001";

  /// The app that webhooks are for.
  public static final String APP_ID = "interlockdemo0000001";

  /// A token that may do everything.
  public static final String TOKEN = "pit-sandbox-riverside-dental";

  /// The name of the pipeline.
  public static final String PIPELINE = "Sales";

  /// The names of its stages, in order.
  public static final List<String> STAGES =
      List.of("New lead", "Contacted", "Engaged", "Booked", "No-show", "Showed", "Won", "Lost");

  /// The moves against the order of the stages that the practice allows.
  public static final Set<LawfulReturn> LAWFUL_RETURNS =
      Set.of(
          new LawfulReturn(PIPELINE, "Booked", "Engaged"),
          new LawfulReturn(PIPELINE, "No-show", "Booked"),
          new LawfulReturn(PIPELINE, "No-show", "Engaged"));

  /// The name of the calendar.
  public static final String CALENDAR = "Consultation";

  /// A Monday, eight in the morning in New York.
  public static final Instant BEGIN = Instant.parse("2026-11-02T13:00:00Z");

  /// The page on which patients book.
  public static final String BOOKING_LINK = "https://book.example.com/riverside/consultation";

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final List<String> OUTCOMES =
      List.of(
          "Booked",
          "Booked again",
          "With front desk",
          "Taken over",
          "Came",
          "Cancelled",
          "No-show",
          "No answer",
          "Declined",
          "Opted out",
          "Unreachable");

  private DemoWorld() {}

  /// The practice at a time, with well-behaved webhooks and any free port.
  public static SandboxConfig config(SandboxClock clock, long seed) {
    return new SandboxConfig(
        Location.of(LOCATION_ID, "Riverside Dental", NEW_YORK),
        clock,
        new Seed(seed),
        ApiSettings.with(TOKEN),
        WebhookSettings.wellBehaved(APP_ID),
        PIPELINE,
        DemoWorld::furnish);
  }

  private static void furnish(World world) {
    var directory = world.directory();
    var ana = directory.addColleague("Ana", "Ruiz", "ana.ruiz@riverside.example", "user");
    var ben = directory.addColleague("Ben", "Cole", "ben.cole@riverside.example", "admin");
    world.opportunities().addPipeline(PIPELINE, STAGES);
    world
        .calendars()
        .add(
            new Calendar(
                new Seed(0).identifier("calendar", CALENDAR),
                CALENDAR,
                Duration.ofMinutes(30),
                3,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                List.of(ana.id(), ben.id())));
    List.of("web lead", "patient", "do-not-text", "cold").forEach(directory::tagNamed);
    directory.addCustomField("Follow-up outcome", "SINGLE_OPTIONS", "contact", OUTCOMES);
    directory.addCustomField("Reason for visit", "TEXT", "contact", List.of());
    directory.setCustomValue("Booking link", BOOKING_LINK);
    directory.setCustomValue("Office hours", "Monday to Friday, 8 to 18");
    directory.addForm("Ask for a consultation");
    world.workflows().add("Monthly newsletter", "published");
    world.workflows().add("Old reminder sequence", "draft");
  }
}
