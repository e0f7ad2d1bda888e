package dev.interlock.sandbox;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Crm;
import dev.interlock.crm.compatibility.CrmBackdoor;
import dev.interlock.crm.compatibility.KitAccount;
import dev.interlock.crm.compatibility.Newcomer;
import dev.interlock.crm.highlevel.HighLevelCrm;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import dev.interlock.sandbox.http.ApiSettings;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.records.EnrolmentRow;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.world.Calendar;
import dev.interlock.sandbox.world.Colleague;
import dev.interlock.sandbox.world.DoNotDisturb;
import dev.interlock.sandbox.world.Location;
import dev.interlock.sandbox.world.Message;
import dev.interlock.sandbox.world.NativeWorkflow;
import dev.interlock.sandbox.world.Opportunity;
import dev.interlock.sandbox.world.Task;
import dev.interlock.sandbox.world.World;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A sandbox with the account of the compatibility kit in it, and the HighLevel adapter before it.
final class SandboxBackdoor implements CrmBackdoor {
  private static final String TOKEN = "pit-kit";
  private static final Duration SEARCH_LAG = Duration.ofSeconds(10);

  private final SandboxClock clock = SandboxClock.standingAt(KitAccount.BEGIN);
  private final Sandbox sandbox;
  private final HighLevelConnection connection;
  private final HighLevelCrm crm;

  private SandboxBackdoor(ApiSettings api) {
    var location = Location.of(DemoWorld.LOCATION_ID, KitAccount.LOCATION, KitAccount.ZONE);
    var demo = DemoWorld.config(clock, 1).withLocation(location).withApi(api);
    sandbox =
        Sandbox.start(
            new SandboxConfig(
                demo.location(),
                demo.clock(),
                demo.seed(),
                demo.api(),
                demo.webhooks(),
                KitAccount.SALES.text(),
                SandboxBackdoor::furnish));
    connection = HighLevelConnection.open(ApiConfig.at(sandbox.url()), clock);
    var tokens = TokenSource.fixed(new AccessToken(TOKEN));
    crm = HighLevelCrm.of(location.id(), connection.location(location.id(), tokens), clock);
  }

  static SandboxBackdoor open(ApiSettings api) {
    return new SandboxBackdoor(api);
  }

  static ApiSettings api() {
    return ApiSettings.with(TOKEN).laggingBy(SEARCH_LAG);
  }

  static String token() {
    return TOKEN;
  }

  private static void furnish(World world) {
    var dana = world.directory().addColleague("Dana", "Desk", "dana@riverside.example", "user");
    world.directory().addColleague("Ben", "Cole", "ben@riverside.example", "admin");
    world.directory().addCustomField("Plan", "TEXT", "contact", List.of());
    world.directory().addCustomField("Plan", "TEXT", "opportunity", List.of());
    world.directory().setCustomValue(KitAccount.BOOKING_LINK, KitAccount.BOOKING_ADDRESS);
    world
        .opportunities()
        .addPipeline(
            KitAccount.SALES.text(), KitAccount.STAGES.stream().map(StageName::text).toList());
    world
        .calendars()
        .add(
            new Calendar(
                "calendar-of-the-kit",
                KitAccount.CONSULTATION.text(),
                Duration.ofMinutes(30),
                3,
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.of(0, 0),
                LocalTime.of(23, 30),
                List.of(dana.id())));
    world.workflows().add(KitAccount.WELCOME.text(), "published");
  }

  @Override
  public Crm crm() {
    return crm;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void pass(Duration time) {
    sandbox.advanceTo(clock.instant().plus(time));
  }

  private World world() {
    return sandbox.world();
  }

  @Override
  public ContactId newContact(Newcomer person) {
    var details = new LinkedHashMap<String, String>();
    details.put("firstName", person.firstName());
    details.put("lastName", person.lastName());
    details.put("phone", person.phone());
    details.put("email", person.email());
    var tags = person.tags().stream().map(TagName::text).collect(Collectors.toSet());
    return world()
        .ask(() -> {
          details.put("assignedTo", colleague(person.assignee()).map(Colleague::id).orElse(""));
          var contact =
              world()
                  .contacts()
                  .create(
                      details,
                      bare ->
                          bare.withTags(new LinkedHashSet<>(tags))
                              .withCustomFields(plan(person.plan())),
                      By.STAFF);
          return new ContactId(contact.id());
        });
  }

  private Optional<Colleague> colleague(String name) {
    return world().directory().colleagues().stream()
        .filter(each -> (each.firstName() + " " + each.lastName()).equals(name))
        .findFirst();
  }

  private Map<String, JsonNode> plan(String text) {
    var fields = new LinkedHashMap<String, JsonNode>();
    world().directory().customFields().stream()
        .filter(field -> field.name().equals("Plan") && field.model().equals("contact"))
        .forEach(field -> fields.put(field.id(), JsonNodeFactory.instance.stringNode(text)));
    return fields;
  }

  @Override
  public void delete(ContactId contact) {
    world().change(() -> world().contacts().delete(contact.text(), By.STAFF));
  }

  @Override
  public void optOut(ContactId contact, Channel channel) {
    String setting = channel == Channel.EMAIL ? "Email" : channel.name();
    var blocked = Map.of(setting, new DoNotDisturb.Setting("active", "", ""));
    world()
        .change(() ->
            world()
                .contacts()
                .edit(
                    contact.text(),
                    found -> found.withSilence(found.silence().with(blocked)),
                    By.PERSON));
  }

  @Override
  public DealId newDeal(ContactId contact, StageName stage, DealStatus status, BigDecimal value) {
    DealId made =
        world()
            .ask(() -> {
              var pipeline = world().opportunities().pipelineNamed(KitAccount.SALES.text());
              var place =
                  pipeline.stages().stream()
                      .filter(each -> each.name().equals(stage.text()))
                      .findFirst()
                      .orElseThrow();
              var writing =
                  new Opportunity.Writing(
                      pipeline.id(),
                      place.id(),
                      "Deal",
                      status.name().toLowerCase(Locale.ROOT),
                      value.doubleValue(),
                      "",
                      "",
                      "",
                      Map.of());
              return new DealId(
                  world().opportunities().create(contact.text(), writing, By.STAFF).id());
            });
    pass(SEARCH_LAG);
    return made;
  }

  @Override
  public void newAppointment(ContactId contact, Instant start, Appointment.Status status) {
    String word = status.name().toLowerCase(Locale.ROOT).replace("_", "");
    world()
        .change(() -> {
          var calendars = world().calendars();
          var booked =
              calendars.book(calendars.all().getFirst(), contact.text(), start, "", "", By.STAFF);
          calendars.edit(booked.id(), each -> each.withStatus(word), By.STAFF);
        });
  }

  @Override
  public void writes(ContactId contact, String text) {
    world().change(() -> world().conversations().receiveText(contact.text(), text));
  }

  @Override
  public List<SeenMessage> messages(ContactId contact) {
    return world()
        .ask(() ->
            world().conversations().of(contact.text()).stream()
                .filter(Message::isOutbound)
                .map(each ->
                    each.subject().isEmpty()
                        ? new SeenMessage(Channel.SMS, each.body())
                        : new SeenMessage(Channel.EMAIL, each.subject()))
                .toList());
  }

  @Override
  public List<SeenTask> tasks(ContactId contact) {
    return world().ask(() -> world().tasks().of(contact.text()).stream().map(this::seen).toList());
  }

  private SeenTask seen(Task task) {
    return new SeenTask(
        task.id(),
        task.title(),
        task.body(),
        Instant.parse(task.dueDate()),
        world().directory().colleagues().stream()
            .filter(each -> each.id().equals(task.assignedTo()))
            .map(each -> each.firstName() + " " + each.lastName())
            .findFirst(),
        task.completed());
  }

  @Override
  public List<String> notes(ContactId contact) {
    return world()
        .ask(() -> world().notes().of(contact.text()).stream().map(each -> each.body()).toList());
  }

  @Override
  public boolean isInAutomation(ContactId contact, AutomationName automation) {
    var ids =
        world()
            .ask(() ->
                world().workflows().all().stream()
                    .filter(each -> each.name().equals(automation.text()))
                    .map(NativeWorkflow::id)
                    .toList());
    return sandbox.records().enrolments().stream()
        .filter(row -> row.contactId().equals(contact.text()) && ids.contains(row.workflowId()))
        .reduce((_, last) -> last)
        .map(EnrolmentRow::joined)
        .orElse(false);
  }

  @Override
  public void close() {
    connection.close();
    sandbox.close();
  }
}
