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
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
        furnishing(Set.of()));
  }

  /// A practice of its own, set up in the same way but for what it lacks.
  ///
  /// @param name its first word is in the addresses of its colleagues
  /// @param lacking names of pipelines, calendars, tags, fields, values, forms and workflows
  public static SubAccountPlan practice(
      String locationId, String name, ZoneId zone, Set<String> lacking) {
    return new SubAccountPlan(
        Location.of(locationId, name, zone), PIPELINE, furnishing(lacking), List.of());
  }

  private static Consumer<World> furnishing(Set<String> lacking) {
    var missing = Set.copyOf(lacking);
    return world -> furnish(world, name -> !missing.contains(name));
  }

  private static void furnish(World world, Predicate<String> wanted) {
    var directory = world.directory();
    var place = directory.location().name().split(" ", 2)[0].toLowerCase(Locale.ROOT);
    var ana = directory.addColleague("Ana", "Ruiz", "ana.ruiz@" + place + ".example", "user");
    var ben = directory.addColleague("Ben", "Cole", "ben.cole@" + place + ".example", "admin");
    Stream.of(PIPELINE)
        .filter(wanted)
        .forEach(name -> world.opportunities().addPipeline(name, STAGES));
    Stream.of(CALENDAR)
        .filter(wanted)
        .forEach(name -> addCalendar(world, name, List.of(ana.id(), ben.id())));
    Stream.of("web lead", "patient", "do-not-text", "cold")
        .filter(wanted)
        .forEach(directory::tagNamed);
    Stream.of("Follow-up outcome")
        .filter(wanted)
        .forEach(name -> directory.addCustomField(name, "SINGLE_OPTIONS", "contact", OUTCOMES));
    Stream.of("Reason for visit")
        .filter(wanted)
        .forEach(name -> directory.addCustomField(name, "TEXT", "contact", List.of()));
    Stream.of("Booking link")
        .filter(wanted)
        .forEach(name -> directory.setCustomValue(name, BOOKING_LINK.replace("riverside", place)));
    Stream.of("Office hours")
        .filter(wanted)
        .forEach(name -> directory.setCustomValue(name, "Monday to Friday, 8 to 18"));
    Stream.of("Ask for a consultation").filter(wanted).forEach(directory::addForm);
    Stream.of("Monthly newsletter")
        .filter(wanted)
        .forEach(name -> world.workflows().add(name, "published"));
    Stream.of("Old reminder sequence")
        .filter(wanted)
        .forEach(name -> world.workflows().add(name, "draft"));
  }

  private static void addCalendar(World world, String name, List<String> members) {
    world
        .calendars()
        .add(
            new Calendar(
                new Seed(0).identifier("calendar", world.directory().location().id(), name),
                name,
                Duration.ofMinutes(30),
                3,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                members));
  }
}
