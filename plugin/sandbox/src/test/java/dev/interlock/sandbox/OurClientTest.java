package dev.interlock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Crm.Detail;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Directory;
import dev.interlock.crm.Found;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.HighLevelCrm;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import dev.interlock.sandbox.http.Trouble;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.time.SandboxClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Our own client and this sandbox were written apart from each other; here they meet.
class OurClientTest {
  private static final PipelineName SALES = new PipelineName("Sales");

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private Sandbox sandbox = Sandbox.start(DemoWorld.config(clock, 1));
  private HighLevelConnection connection = connect();
  private final ContactId contact = new ContactId(Crm.of(sandbox).contact("Ada", "+13015550100"));

  private HighLevelConnection connect() {
    return HighLevelConnection.open(ApiConfig.at(sandbox.url()), clock);
  }

  private HighLevelCrm crm() {
    var token = TokenSource.fixed(new AccessToken(DemoWorld.TOKEN));
    var api = connection.location(DemoWorld.LOCATION_ID, token);
    return HighLevelCrm.of(DemoWorld.LOCATION_ID, api, clock);
  }

  @AfterEach
  void close() {
    connection.close();
    sandbox.close();
  }

  private ContactSnapshot read() {
    return got(crm().contact(contact, EnumSet.allOf(Detail.class)));
  }

  private static <T> T got(Read<T> read) {
    assertThat(read).isInstanceOf(Read.Got.class);
    return read.map(Optional::of) instanceof Read.Got<Optional<T>>(var value)
        ? value.orElseThrow()
        : failed(read);
  }

  private static <T> T failed(Read<T> read) {
    throw new AssertionError(read.toString());
  }

  private Sent carryOut(Deed deed) {
    return crm().carryOut(contact, deed);
  }

  private static Pipeline pipeline() {
    var stages =
        DemoWorld.STAGES.stream()
            .map(name ->
                new Pipeline.Stage(
                    new StageName(name),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    "",
                    Set.of(),
                    false,
                    Position.unknown()))
            .toList();
    return new Pipeline(SALES, stages, Position.unknown());
  }

  @Test
  void readsTheNamesThatTheDemoUses() {
    Directory directory = got(crm().directory());

    assertThat(directory.locationName()).isEqualTo("Riverside Dental");
    assertThat(directory.pipelines().get(SALES))
        .extracting(StageName::text)
        .containsExactlyElementsOf(DemoWorld.STAGES);
    assertThat(directory.calendars()).contains(new CalendarName("Consultation"));
    assertThat(directory.users()).containsExactlyInAnyOrder("Ana Ruiz", "Ben Cole");
    assertThat(directory.fields()).contains(new FieldName("Follow-up outcome"));
    assertThat(directory.values()).containsEntry("Booking link", DemoWorld.BOOKING_LINK);
    assertThat(directory.automations()).contains(new AutomationName("Monthly newsletter"));
    assertThat(directory.ambiguous()).isEmpty();
  }

  @Test
  void sendsATextOnceAndFindsItAgain() {
    var deed = new Deed.SendSms("Hello Ada");

    assertThat(carryOut(deed)).isInstanceOf(Sent.Done.class);
    clock.advanceBy(Duration.ofMinutes(1));

    assertThat(crm().look(contact, deed, DemoWorld.BEGIN, Set.of()))
        .isInstanceOf(Found.Happened.class);
    assertThat(sandbox.records().sentThroughApi()).hasSize(1);
  }

  @Test
  void sendsAMailAndFindsItAgain() {
    Crm.of(sandbox).put("/contacts/" + contact.text(), "{\"email\": \"ada@mail.example\"}");
    var deed = new Deed.SendEmail("Your visit", "<p>Hello Ada</p>");

    assertThat(carryOut(deed)).isInstanceOf(Sent.Done.class);
    clock.advanceBy(Duration.ofMinutes(1));

    assertThat(crm().look(contact, deed, DemoWorld.BEGIN, Set.of()))
        .isInstanceOf(Found.Happened.class);
  }

  @Test
  void anAnswerThatIsLostLeavesADoubtThatALookResolves() {
    sandbox.close();
    connection.close();
    var config = DemoWorld.config(clock, 1);
    sandbox = Sandbox.start(config.withApi(config.api().troubledBy(new Trouble(0, 1))));
    connection = connect();
    Crm.of(sandbox)
        .post(
            "/contacts/",
            "{\"locationId\": \"%s\", \"phone\": \"+13015550100\"}"
                .formatted(DemoWorld.LOCATION_ID));
    var deed = new Deed.SendSms("Hello Ada");

    assertThat(carryOut(deed)).isInstanceOf(Sent.InDoubt.class);
    clock.advanceBy(Duration.ofMinutes(2));

    assertThat(crm().look(contact, deed, DemoWorld.BEGIN, Set.of()))
        .isInstanceOf(Found.Happened.class);
    assertThat(crm().look(contact, new Deed.SendSms("Something else"), DemoWorld.BEGIN, Set.of()))
        .isInstanceOf(Found.DidNot.class);
  }

  @Test
  void isBlockedWhenTheContactSaidStop() {
    sandbox
        .world()
        .change(() -> sandbox.world().conversations().receiveText(contact.text(), "STOP"));

    assertThat(carryOut(new Deed.SendSms("Hello Ada"))).isInstanceOf(Sent.Blocked.class);
    assertThat(read().consent()).containsEntry(Channel.SMS, Consent.OPTED_OUT);
  }

  @Test
  void addsAndRemovesTags() {
    assertThat(carryOut(new Deed.AddTag(new TagName("Hot")))).isInstanceOf(Sent.Done.class);
    assertThat(read().tags()).contains(new TagName("hot"));

    carryOut(new Deed.RemoveTag(new TagName("Hot")));
    assertThat(read().tags()).doesNotContain(new TagName("hot"));
  }

  @Test
  void setsAndClearsFields() {
    var field = new FieldName("Follow-up outcome");

    assertThat(carryOut(new Deed.SetField(field, "Booked"))).isInstanceOf(Sent.Done.class);
    assertThat(read().fields()).containsEntry(field, "Booked");

    carryOut(new Deed.ClearField(field));
    assertThat(read().fields()).doesNotContainKey(field);
  }

  @Test
  void moveTheCardForwardButNotBack() {
    assertThat(carryOut(new Deed.MoveDeal(pipeline(), new StageName("Engaged"), "Ada")))
        .isInstanceOf(Sent.Done.class);
    assertThat(stage()).isEqualTo("Engaged");

    assertThat(carryOut(new Deed.MoveDeal(pipeline(), new StageName("Booked"), "Ada")))
        .isInstanceOf(Sent.Done.class);
    assertThat(carryOut(new Deed.MoveDeal(pipeline(), new StageName("Contacted"), "Ada")))
        .isInstanceOf(Sent.Refused.class);

    assertThat(stage()).isEqualTo("Booked");
    assertThat(sandbox.records().backwardMoves(By.API, Set.of())).isEmpty();
  }

  private String stage() {
    return deal().stage().stage().text();
  }

  private Deal deal() {
    return read().deal(SALES).orElse(Optional.empty()).orElseThrow();
  }

  @Test
  void marksAndValuesTheCard() {
    carryOut(new Deed.MoveDeal(pipeline(), new StageName("Engaged"), "Ada"));

    carryOut(new Deed.MarkDeal(SALES, DealStatus.WON));
    carryOut(new Deed.ValueDeal(SALES, new BigDecimal("700")));

    assertThat(deal().status()).isEqualTo(DealStatus.WON);
    assertThat(deal().value().orElseThrow()).isEqualByComparingTo("700");
  }

  @Test
  void makesFindsAndCompletesATask() {
    var deed =
        new Deed.CreateTask(
            "Call Ada", "She asked", DemoWorld.BEGIN, Optional.of("Ana Ruiz"), "run-1/call");

    var sent = carryOut(deed);
    assertThat(sent).isInstanceOf(Sent.Done.class);
    clock.advanceBy(Duration.ofMinutes(1));

    assertThat(crm().look(contact, deed, DemoWorld.BEGIN, Set.of()))
        .isInstanceOf(Found.Happened.class);
    var id = sandbox.records().tasks().getFirst().id();
    carryOut(new Deed.CompleteTasks(List.of(id)));
    assertThat(sandbox.records().tasks()).allMatch(task -> task.completed());
  }

  @Test
  void writesANoteAndFindsItAgain() {
    var deed = new Deed.AddNote("Prefers mornings", "run-1/note");

    assertThat(carryOut(deed)).isInstanceOf(Sent.Done.class);
    clock.advanceBy(Duration.ofMinutes(1));

    assertThat(crm().look(contact, deed, DemoWorld.BEGIN, Set.of()))
        .isInstanceOf(Found.Happened.class);
  }

  @Test
  void assignsAndNotifies() {
    assertThat(carryOut(new Deed.Assign("Ben Cole"))).isInstanceOf(Sent.Done.class);
    assertThat(read().assignee()).contains("Ben Cole");

    var notice = new Deed.Notify("Ana Ruiz", "Please look", DemoWorld.BEGIN, "run-1/notice");
    assertThat(carryOut(notice)).isInstanceOf(Sent.Done.class);
  }

  @Test
  void startsAndStopsAnAutomation() {
    var newsletter = new AutomationName("Monthly newsletter");

    assertThat(carryOut(new Deed.StartAutomation(newsletter))).isInstanceOf(Sent.Done.class);
    assertThat(carryOut(new Deed.StopAutomation(newsletter))).isInstanceOf(Sent.Done.class);

    assertThat(sandbox.records().enrolments())
        .extracting(row -> row.joined())
        .containsExactly(true, false);
  }

  @Test
  void readsAppointments() {
    var world = sandbox.world();
    world.change(() ->
        world
            .calendars()
            .book(
                world.calendars().all().getFirst(),
                contact.text(),
                DemoWorld.BEGIN.plus(Duration.ofHours(26)),
                "booking_widget",
                "",
                By.PERSON));

    assertThat(read().appointments().orElse(List.of()))
        .singleElement()
        .matches(appointment -> appointment.isAhead(clock.instant()))
        .matches(appointment -> appointment.calendar().text().equals("Consultation"));
  }

  @Test
  void readsAllContactsForTheReconciler() {
    assertThat(got(crm().contacts(Cursor.start())).toString()).contains(contact.text());
  }

  @Test
  void knowsWhenAContactIsGone() {
    Crm.of(sandbox).delete("/contacts/" + contact.text());

    assertThat(crm().contact(contact, Set.of())).isInstanceOf(Read.Gone.class);
    assertThat(carryOut(new Deed.AddTag(new TagName("hot")))).isInstanceOf(Sent.ContactGone.class);
  }
}
