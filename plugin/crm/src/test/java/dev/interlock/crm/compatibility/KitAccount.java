package dev.interlock.crm.compatibility;

import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the account of every scenario has from the beginning, and when that is.
public final class KitAccount {
  public static final Instant BEGIN = Instant.parse("2026-11-02T13:00:00Z");
  public static final String LOCATION = "Riverside Dental";
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  /// The pipeline, with its stages in this order.
  public static final PipelineName SALES = new PipelineName("Sales");

  public static final StageName NEW_LEAD = new StageName("New lead");
  public static final StageName CONTACTED = new StageName("Contacted");
  public static final StageName BOOKED = new StageName("Booked");
  public static final List<StageName> STAGES = List.of(NEW_LEAD, CONTACTED, BOOKED);

  /// The pipeline as an operation declares it: from Booked a deal may go back to Contacted.
  public static final Pipeline DECLARED =
      new Pipeline(
          SALES,
          List.of(
              stage(NEW_LEAD, Set.of()),
              stage(CONTACTED, Set.of()),
              stage(BOOKED, Set.of(CONTACTED))),
          Position.unknown());

  public static final CalendarName CONSULTATION = new CalendarName("Consultation");

  /// A field of contacts that is the account's own and holds text.
  public static final FieldName PLAN = new FieldName("Plan");

  public static final String DANA = "Dana Desk";
  public static final String BEN = "Ben Cole";

  /// One of the CRM's own automations, ready for use.
  public static final AutomationName WELCOME = new AutomationName("Welcome series");

  /// The name and value of a constant of the account.
  public static final String BOOKING_LINK = "Booking link";

  public static final String BOOKING_ADDRESS = "https://book.example.com/riverside";

  private KitAccount() {}

  static StageRef place(StageName stage) {
    return new StageRef(SALES, stage);
  }

  private static Pipeline.Stage stage(StageName name, Set<StageName> returns) {
    return new Pipeline.Stage(
        name, Optional.empty(), Optional.empty(), returns, "", Set.of(), false, Position.unknown());
  }
}
