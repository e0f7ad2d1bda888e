package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.command.Shell;
import dev.interlock.app.plugin.Acme;
import dev.interlock.app.secret.SealingKey;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.ContactStory;
import dev.interlock.engine.read.JournalLine;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.sandbox.AgencyConfig;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.market.Installing;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.records.DeliveryRow;
import dev.interlock.sandbox.records.SandboxRecords;
import dev.interlock.sandbox.webhooks.Delivery;
import dev.interlock.sandbox.webhooks.Misbehaviour;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Everything that the CRM tells of one practice, told once more, well signed, of another: Lakeside
/// lives, and Riverside, where a contract begins with whatever happens to anybody, hears of it.
class CrossedWebhooksTest {
  private static final InstallationId HERE = new InstallationId(RIVERSIDE);
  private static final InstallationId THERE = new InstallationId(LAKESIDE);

  /// What the sandbox tells of a person.
  private static final Set<String> KINDS =
      Set.of(
          "ContactCreate",
          "ContactUpdate",
          "ContactDelete",
          "ContactTagUpdate",
          "ContactDndUpdate",
          "InboundMessage",
          "OutboundMessage",
          "ConversationUnreadUpdate",
          "LCEmailStats",
          "OpportunityCreate",
          "OpportunityUpdate",
          "OpportunityStageUpdate",
          "OpportunityStatusUpdate",
          "OpportunityAssignedToUpdate",
          "OpportunityMonetaryValueUpdate",
          "OpportunityDelete",
          "AppointmentCreate",
          "AppointmentUpdate",
          "AppointmentDelete",
          "TaskCreate",
          "TaskComplete",
          "TaskDelete",
          "NoteCreate",
          "NoteUpdate",
          "NoteDelete");

  private static final String BEGINS_WITH_ANYTHING =
      Acme.CONTRACT
          .replace(
              "import static dev.interlock.contract.dsl.Events.callMissed;",
              "import static dev.interlock.contract.dsl.Events.*;")
          .replace(
              "callMissed(), milestone",
              """
              either(contactCreated(), callMissed(), replied(), messageSent(),
                  messageFailed(), emailBounced(), emailOpened(), linkClicked(), optedOut(),
                  booked(), rescheduled(), cancelled(),
                  noShow(), showed(), dealCreated(), dealWon(), taskCreated(), taskCompleted(),
                  noteAdded(), invoiceSent(), invoicePaid(), paymentReceived(), formSubmitted(),
                  startedByApi(), startedByHand()),
              milestone\
              """)
          .replace(
              ".admits(require(contact().hasPhone(), \"there must be a number to ring back\"))",
              ".admitsEveryone(\"it is a test\")")
          .replace(
              ".reentry(afterDays(1))",
              """
              .reentry(afterExit())
              .ignores(either(booked(), rescheduled(), cancelled(), noShow(), showed()), "a test")
              .ignores(either(dealCreated(), dealWon()), "a test")
              .ignores(either(invoiceSent(), invoicePaid()), "a test")\
              """)
          .replace("Workflows.afterDays;", "Workflows.afterExit;")
          .replaceAll("import static \\S+Conditions.contact;\n", "")
          .replaceAll("import static \\S+Workflows.require;\n", "");

  @TempDir private Path folder;
  @TempDir private Path home;
  private Optional<ServedFleet> running = Optional.empty();

  @AfterEach
  void stop() {
    running.ifPresent(ServedFleet::close);
  }

  private ServedFleet served() {
    return running.orElseThrow();
  }

  private void serve(Path where, UnaryOperator<AgencyConfig> changed) {
    running.ifPresent(ServedFleet::close);
    var sources = Acme.in(ServedFleet.made(where.resolve("sources")), BEGINS_WITH_ANYTHING);
    var own = ServedFleet.made(where.resolve("accounts").resolve(RIVERSIDE));
    var built =
        Shell.with(home).run("build", sources.toString(), "-o", own.resolve("acme.jar").toString());
    assertThat(built.exit()).as(built.err() + built.out()).isZero();
    var fleet = new ServedFleet(where, SealingKey.random(), changed);
    running = Optional.of(fleet);
    fleet.arrive(fleet.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    fleet.settle();
  }

  private static UnaryOperator<AgencyConfig> telling(Misbehaviour way) {
    return config -> config.withWebhooks(config.webhooks().misbehaving(way));
  }

  /// Each webhook of Lakeside, and after it the same of Riverside.
  private static Misbehaviour crossing(UnaryOperator<ObjectNode> further) {
    return (planned, _) -> {
      if (!planned.payload().path("locationId").asString("").equals(LAKESIDE)) {
        return List.of(planned);
      }
      var payload = further.apply(planned.payload().deepCopy());
      payload.put("locationId", RIVERSIDE);
      payload.put("webhookId", payload.path("webhookId").asString() + "-crossed");
      return List.of(planned, under(planned, payload));
    };
  }

  private static Delivery under(Delivery planned, ObjectNode payload) {
    return new Delivery(
        planned.type(),
        payload.path("webhookId").asString(),
        planned.contactId(),
        payload,
        planned.due(),
        planned.attempt(),
        planned.genuine());
  }

  /// What is so of a practice and its runs, whatever it is called that changes from one start to
  /// the next.
  private record Life(Map<String, Object> crm, List<String> runs, List<List<String>> stories) {}

  private Life lived() {
    new BusyPractice(served(), LAKESIDE).lives();
    return life();
  }

  private Life life() {
    SandboxRecords crm = served().agency().records(LAKESIDE);
    var records = served().fleet().engine().records();
    var runs = records.runs(THERE, RunFilter.all(), 100, 0);
    return new Life(
        Map.of(
            "contacts", crm.contacts(),
            "messages", crm.messages(),
            "moves", crm.stageMoves(),
            "tags", crm.tagChanges(),
            "tasks", crm.tasks(),
            "notes", crm.notes(),
            "appointments", crm.appointments(),
            "requests", crm.requests().size()),
        runs.stream().map(CrossedWebhooksTest::told).toList(),
        runs.stream()
            .map(RunSummary::run)
            .map(run -> records.run(THERE, run).orElseThrow().journal())
            .map(journal -> journal.stream().map(JournalLine::words).toList())
            .toList());
  }

  private static String told(RunSummary run) {
    return run.contact()
        + " "
        + run.contract()
        + " "
        + run.begunAt()
        + " "
        + run.place()
        + run.exit()
        + run.proof()
        + run.calls();
  }

  private List<DeliveryRow> toldOf(String account) {
    return served().agency().records().location(account).deliveries();
  }

  @Test
  void nothingOfAnotherAccountIsTouchedByWebhooksThatNameIt() throws Exception {
    serve(folder.resolve("alone"), telling((planned, _) -> List.of(planned)));
    Life alone = lived();
    assertThat(alone.runs()).as("there is something to disturb").isNotEmpty();

    serve(folder.resolve("crossed"), telling(crossing(payload -> payload)));
    Life crossed = lived();

    assertThat(crossed).isEqualTo(alone);
    assertThat(toldOf(RIVERSIDE)).allSatisfy(row -> assertThat(row.answer()).isEqualTo(200));
    assertThat(toldOf(RIVERSIDE).stream().map(DeliveryRow::type).collect(Collectors.toSet()))
        .containsAll(KINDS);
    nothingBeganHere();
    onlyReadInVain();
  }

  @Test
  void moneyOfAnotherAccountsContactBeginsNothing() {
    serve(folder.resolve("alone"), telling(crossing(payload -> payload)));
    var ann = person(LAKESIDE, "Ann", "+13105550101");
    Life before = life();

    for (var told :
        List.of(
            invoice(ann, "sent"),
            invoice(ann, "paid"),
            order(ann, "completed"),
            order(ann, "pending"))) {
      assertThat(served().tell(told).statusCode()).isEqualTo(200);
    }
    served().passes(Duration.ofHours(1));

    assertThat(life()).isEqualTo(before);
    nothingBeganHere();
    onlyReadInVain();
  }

  private static String invoice(String contact, String status) {
    return """
    {"_id": "inv-%s", "status": "%s", "altId": "%s", "altType": "location", "appId": "%s",
     "webhookId": "inv-%s", "invoiceNumber": "7", "currency": "USD", "amountPaid": 90,
     "amountDue": 0, "total": 90, "dueDate": "2026-11-20T00:00:00.000Z",
     "issueDate": "2026-11-02T00:00:00.000Z", "invoiceItems": [],
     "contactDetails": {"id": "%s", "name": "Ann", "phoneNo": "+13105550101"},
     "createdAt": "2026-11-02T13:00:00.000Z", "updatedAt": "2026-11-02T13:00:00.000Z"}
    """
        .formatted(status, status, RIVERSIDE, DemoWorld.APP_ID, status, contact);
  }

  private static String order(String contact, String status) {
    return """
    {"type": "OrderStatusUpdate", "_id": "order-%s", "status": "%s", "altId": "%s",
     "altType": "location", "appId": "%s", "webhookId": "order-%s", "contactId": "%s",
     "amount": 90, "currency": "USD", "items": [], "source": {"type": "invoice", "id": "inv-1"},
     "createdAt": "2026-11-02T13:00:00.000Z", "updatedAt": "2026-11-02T13:00:00.000Z"}
    """
        .formatted(status, status, RIVERSIDE, DemoWorld.APP_ID, status, contact);
  }

  private String person(String account, String name, String phone) {
    var made = new ArrayList<String>();
    var world = served().agency().location(account).world();
    world.change(() ->
        made.add(
            world
                .contacts()
                .create(Map.of("firstName", name, "phone", phone), it -> it, By.PERSON)
                .id()));
    served().passes(Duration.ofMinutes(2));
    return made.getFirst();
  }

  /// The deals, dates, messages and tasks are Lakeside's, and whose they are said to be is somebody
  /// of Riverside's.
  @Test
  void nothingOfAnotherAccountIsTouchedWhereItIsSaidToBeOurOwnContacts() {
    serve(folder.resolve("alone"), telling((planned, _) -> List.of(planned)));
    served().somebodyCalls(RIVERSIDE);
    Life alone = lived();

    var own = new ArrayList<>(List.of(""));
    serve(
        folder.resolve("crossed"),
        telling(crossing(payload -> withContact(payload, own.getFirst()))));
    own.set(0, served().somebodyCalls(RIVERSIDE).text());
    Life crossed = lived();

    assertThat(crossed).isEqualTo(alone);
    assertThat(served().runs(RIVERSIDE))
        .isNotEmpty()
        .allSatisfy(run -> assertThat(run.contact().text()).isEqualTo(own.getFirst()));
    assertThat(served().agency().records(RIVERSIDE).notes())
        .allSatisfy(note -> assertThat(note.contactId()).isEqualTo(own.getFirst()));
    onlyReadInVain();
  }

  private static ObjectNode withContact(ObjectNode payload, String contact) {
    if (payload.path("appointment") instanceof ObjectNode appointment) {
      appointment.put("contactId", contact);
    }
    return payload.has("contactId") ? payload.put("contactId", contact) : payload;
  }

  private void nothingBeganHere() {
    assertThat(served().runs(RIVERSIDE)).isEmpty();
    var here = served().agency().records().location(RIVERSIDE);
    assertThat(here.messages()).isEmpty();
    assertThat(here.notes()).isEmpty();
    var records = served().fleet().engine().records();
    for (var contact : served().agency().records(LAKESIDE).contacts()) {
      assertThat(records.story(HERE, new ContactId(contact.id())))
          .map(ContactStory::name)
          .as("what is known of %s here", contact.id())
          .satisfiesAnyOf(
              name -> assertThat(name).isEmpty(), name -> assertThat(name).contains(contact.id()));
    }
  }

  /// With the one account's token the other's things are not there, and nothing is written to them.
  private void onlyReadInVain() {
    assertThat(served().agency().records().crossings())
        .allSatisfy(row -> {
          assertThat(row.locationId()).isEqualTo(RIVERSIDE);
          assertThat(row.otherId()).isEqualTo(LAKESIDE);
          assertThat(row.status()).as(row.toString()).isGreaterThanOrEqualTo(400);
          assertThat(row.method()).as(row.toString()).isEqualTo("GET");
        });
  }
}
