package dev.interlock.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.EventPattern.TaskChange;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.SettingName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.contract.model.TeamName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Command.Doing;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Standing.Closer;
import dev.interlock.core.run.Standing.Proof;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Remembered;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredFormTest {
  private static final ContactId ANN = new ContactId("ann");
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00.123456789Z");
  private static final NodeId AT = new NodeId("hello#2");
  private static final CommandId COMMAND = new CommandId(new RunId("r1"), 7);
  private static final ExitName EXIT = new ExitName("booked");
  private static final TagName TAG = new TagName("vip \"quoted\" ü");
  private static final FieldName FIELD = new FieldName("Follow-up outcome");
  private static final PipelineName SALES = new PipelineName("Sales");
  private static final StageRef STAGE = new StageRef(SALES, new StageName("Booked"));
  private static final ContractId CONTRACT = new ContractId("text-back");
  private static final Assignee TEAM = new Assignee.Team(new TeamName("Front desk"));
  private static final MessageId MESSAGE = new MessageId("m1");
  private static final Appointment APPOINTMENT =
      new Appointment(
          new AppointmentId("a1"),
          new CalendarName("Consultation"),
          NOON,
          NOON.plusSeconds(60),
          Appointment.Status.CONFIRMED);

  static Stream<Standing> standings() {
    return Stream.of(
        new Standing.Queued(NOON, NOON.plusSeconds(1)),
        new Standing.Commanded(AT, COMMAND),
        new Standing.Held(AT, NOON, NOON.plusSeconds(1)),
        new Standing.Waiting(AT, NOON, NOON.plusSeconds(1)),
        new Standing.Awaiting(AT, NOON, NOON.plusSeconds(1)),
        new Standing.Doubtful(AT, COMMAND, "a timeout", NOON),
        new Standing.Ready(AT),
        new Standing.Paused(new Standing.Commanded(AT, COMMAND), NOON),
        new Standing.Closing(
            EXIT,
            "they booked",
            COMMAND,
            List.of(
                new Closer.Ensures(new Leaves.Tagged(TAG)),
                new Closer.TicksOff("Phone {{contact.name}}"),
                new Closer.Tells(TEAM),
                new Closer.Tells(new Assignee.Owner()),
                new Closer.Tells(new Assignee.ContactsAssignee())),
            true),
        new Standing.Closing(EXIT, "they booked", COMMAND, List.of(), false),
        new Standing.Verifying(EXIT, "they booked", COMMAND, true),
        new Standing.Verifying(EXIT, "they booked", COMMAND, false),
        new Standing.Ended(EXIT, "they booked", NOON, new Proof.Verified()),
        new Standing.Ended(EXIT, "they booked", NOON, new Proof.Unverified("no tag")),
        new Standing.Ended(EXIT, "they booked", NOON, new Proof.ContactGone()),
        new Standing.TurnedAway(NOON, "too late"));
  }

  /// As the store reads what it keeps as a phrase and what goes into its gaps.
  private static String joined(Written apart) {
    return "["
        + apart.form()
        + ",["
        + Stream.concat(Stream.of("7"), apart.own().stream()).collect(Collectors.joining(","))
        + "]]";
  }

  @ParameterizedTest
  @MethodSource("standings")
  void aStandingThatWasTakenApartIsReadAsItWasWritten(Standing standing) {
    Written apart = StoredForm.apart(COMMAND.run(), standing);

    assertThat(apart.form()).doesNotContainPattern("(since|until)\":[^n]");
    assertThat(StoredForm.standing(COMMAND.run(), joined(apart))).isEqualTo(standing);
  }

  @Test
  void partsThatDoNotFitAreRefused() {
    for (String parts :
        List.of(
            "[]",
            "[{\"is\":\"done\",\"message\":null}]",
            "[{\"is\":\"done\",\"message\":null},[]]",
            "[{\"is\":\"done\",\"message\":null},[7]]",
            "[{\"is\":\"done\",\"message\":null},[7,\"m1\",\"m2\"]]")) {
      assertThatThrownBy(() -> StoredForm.outcome(parts))
          .as(parts)
          .isInstanceOf(UnreadableException.class);
    }
  }

  @Test
  void aRunsOwnCommandIsWrittenAsManyRunsHaveIt() {
    assertThat(StoredForm.of(COMMAND.run(), new Standing.Commanded(AT, COMMAND)))
        .doesNotContain(COMMAND.run().text());
    assertThat(
            StoredForm.standing(
                COMMAND.run(),
                """
                {"is":"commanded","at":"%s","command":{"run":"%s","number":%d}}
                """
                    .formatted(AT, COMMAND.run(), COMMAND.number())))
        .as("as it was written before")
        .isEqualTo(new Standing.Commanded(AT, COMMAND));
  }

  @ParameterizedTest
  @MethodSource("standings")
  void aStandingIsReadAsItWasWritten(Standing standing) {
    for (RunId run : List.of(COMMAND.run(), new RunId("another"))) {
      assertThat(StoredForm.standing(run, StoredForm.of(run, standing))).isEqualTo(standing);
    }
  }

  static Stream<Happening> happenings() {
    return Stream.of(
        new Happening.ContactHappened(ContactChange.MERGED, Optional.of(new ContactId("other"))),
        new Happening.ContactHappened(ContactChange.CREATED, Optional.empty()),
        new Happening.TagHappened(TagChange.ADDED, TAG),
        new Happening.MessageReceived(Channel.SMS, MESSAGE, "stop\n\u2028\"now\""),
        new Happening.CallMissed(Optional.of(MESSAGE), true),
        new Happening.CallMissed(Optional.empty(), false),
        new Happening.MessageOutcome(Delivery.BOUNCED, Channel.EMAIL, MESSAGE, "no such mailbox"),
        new Happening.ConsentHappened(ConsentChange.OPTED_OUT, Set.of(Channel.SMS, Channel.EMAIL)),
        new Happening.ConsentHappened(ConsentChange.OPTED_IN, Set.of()),
        new Happening.AppointmentHappened(AppointmentChange.BOOKED, APPOINTMENT),
        new Happening.DealHappened(DealChange.WON, new DealId("d1"), SALES),
        new Happening.StageEntered(new DealId("d1"), STAGE),
        new Happening.TaskHappened(TaskChange.COMPLETED, "t1", "Ring back"),
        new Happening.NoteAdded("n1"),
        new Happening.MoneyHappened(MoneyChange.INVOICE_PAID, "i1"),
        new Happening.FormSubmitted("Contact us"),
        new Happening.DateReached(FIELD, LocalDate.of(2026, 3, 3)),
        new Happening.ScheduleReached(CONTRACT, LocalDate.of(2026, 3, 3)),
        new Happening.StartedByHand(CONTRACT, "Ann"),
        new Happening.StartedByApi(CONTRACT, "the shop"),
        new Happening.Routed(CONTRACT, EXIT, new ContractId("reminders")),
        new Happening.ForeignHandActed(Hand.STAFF, HandAct.MOVED_STAGE, "moved the deal"));
  }

  @ParameterizedTest
  @MethodSource("happenings")
  void aHappeningIsReadAsItWasWritten(Happening what) {
    assertThat(StoredForm.happening(StoredForm.of(what))).isEqualTo(what);
  }

  static Stream<Doing> doings() {
    Stream<Doing> actions = actions().map(Command.Perform::new);
    Stream<Doing> promises = promises().map(Command.Ensure::new);
    Stream<Doing> others =
        Stream.of(
            new Command.Say(new Message.Sms("Hi {{contact.firstName}}"), new PurposeName("hello")),
            new Command.Say(new Message.Email("Hi", "<p>Hi</p>"), new PurposeName("hello")),
            new Command.Tell(TEAM, "It ended"),
            new Command.TickOff(List.of("t1", "t2")),
            new Command.ReadBack(EXIT, promises().toList()));
    return Stream.of(actions, promises, others).flatMap(each -> each);
  }

  private static Stream<Action> actions() {
    return Stream.of(
        new Action.AddTag(TAG),
        new Action.RemoveTag(TAG),
        new Action.SetField(FIELD, "{{contact.name}}"),
        new Action.ClearField(FIELD),
        new Action.MoveTo(STAGE),
        new Action.MarkDeal(SALES, DealStatus.LOST),
        new Action.ValueDeal(SALES, new BigDecimal("1E+3")),
        new Action.CreateTask("Ring back", "", Duration.ofHours(1), new Assignee.Owner()),
        new Action.AddNote("They called"),
        new Action.Assign(TEAM),
        new Action.Notify(TEAM, "They called"),
        new Action.CallWebhook(
            new SettingName("hook"),
            List.of(new Action.CallWebhook.Entry("who", "{{contact.name}}"))),
        new Action.StartAutomation(new AutomationName("Welcome")),
        new Action.StopAutomation(new AutomationName("Welcome")),
        new Action.CompleteTasks(Optional.of("Ring back")),
        new Action.CompleteTasks(Optional.empty()));
  }

  private static Stream<Leaves> promises() {
    return Stream.of(
        new Leaves.AtStage(STAGE),
        new Leaves.Tagged(TAG),
        new Leaves.NotTagged(TAG),
        new Leaves.FieldSet(FIELD, "Booked"),
        new Leaves.DealMarked(SALES, DealStatus.WON));
  }

  @ParameterizedTest
  @MethodSource("doings")
  void aCommandIsReadAsItWasWritten(Doing doing) {
    assertThat(StoredForm.doing(StoredForm.of(doing))).isEqualTo(doing);
  }

  static Stream<Deed> deeds() {
    return Stream.of(
        new Deed.SendSms("Hi Ann"),
        new Deed.SendEmail("Hi", "<p>Hi Ann</p>"),
        new Deed.AddTag(TAG),
        new Deed.RemoveTag(TAG),
        new Deed.SetField(FIELD, "x"),
        new Deed.ClearField(FIELD),
        new Deed.MoveDeal(pipeline(), STAGE.stage(), "Ann"),
        new Deed.MoveDeal(pipeline(), STAGE.stage(), "Ann", Optional.of(new DealId("d1"))),
        new Deed.MarkDeal(SALES, DealStatus.WON, Optional.of(new DealId("d1"))),
        new Deed.ValueDeal(SALES, BigDecimal.TEN, Optional.of(new DealId("d1"))),
        new Deed.MarkDeal(SALES, DealStatus.WON),
        new Deed.ValueDeal(SALES, BigDecimal.TEN),
        new Deed.CreateTask("Ring back", "now", NOON, Optional.of("Eve"), "r1/7"),
        new Deed.CreateTask("Ring back", "now", NOON, Optional.empty(), "r1/7"),
        new Deed.CompleteTasks(List.of("t1")),
        new Deed.AddNote("They called", "r1/7"),
        new Deed.Assign("Eve"),
        new Deed.Notify("Eve", "They called", NOON, "r1/7"),
        new Deed.StartAutomation(new AutomationName("Welcome")),
        new Deed.StopAutomation(new AutomationName("Welcome")));
  }

  private static Pipeline pipeline() {
    return new Pipeline(
        SALES,
        List.of(stage("New", Set.of()), stage("Booked", Set.of(new StageName("New")))),
        Position.unknown());
  }

  private static Pipeline.Stage stage(String name, Set<StageName> returns) {
    return new Pipeline.Stage(
        new StageName(name),
        Optional.empty(),
        Optional.empty(),
        returns,
        "",
        Set.of(),
        false,
        Position.unknown());
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void aDeedIsReadAsItWasWritten(Deed deed) {
    assertThat(StoredForm.deed(StoredForm.of(deed))).isEqualTo(deed);
  }

  static Stream<Outcome> outcomes() {
    return Stream.of(
        new Outcome.Done(Optional.of(MESSAGE), Optional.of("t1")),
        new Outcome.Done(Optional.empty(), Optional.empty()),
        new Outcome.AlreadySo(),
        new Outcome.Refused("stage-backward", "it stands further on"),
        new Outcome.Blocked("opted out"),
        new Outcome.Postponed(NOON, "slow down", 2),
        new Outcome.InDoubt("a timeout"),
        new Outcome.ContactGone());
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void anOutcomeIsReadAsItWasWritten(Outcome outcome) {
    assertThat(StoredForm.outcome(StoredForm.of(outcome))).contains(outcome);
    assertThat(StoredForm.outcome(joined(StoredForm.apart(outcome)))).contains(outcome);
    assertThat(StoredForm.apart(outcome).form()).doesNotContain("m1").doesNotContain("t1");
  }

  @Test
  void ofAReadingIsKeptOnlyThatItWasOne() {
    var reading = new Outcome.ReadBack(ContactSnapshot.gone(new ContactId("ann"), NOON));

    String written = StoredForm.of(reading);

    assertThat(written).doesNotContain("ann");
    assertThat(StoredForm.outcome(written)).isEmpty();
  }

  @Test
  void everySortThatThereIsIsTried() {
    assertThat(sorts(standings())).isEqualTo(allOf(Standing.class));
    assertThat(sorts(happenings())).isEqualTo(allOf(Happening.class));
    assertThat(sorts(doings())).isEqualTo(allOf(Doing.class));
    assertThat(sorts(actions())).isEqualTo(allOf(Action.class));
    assertThat(sorts(promises())).isEqualTo(allOf(Leaves.class));
    assertThat(sorts(deeds())).isEqualTo(allOf(Deed.class));
    assertThat(sorts(Stream.concat(outcomes(), Stream.of(new Outcome.ReadBack(gone())))))
        .isEqualTo(allOf(Outcome.class));
  }

  private static ContactSnapshot gone() {
    return ContactSnapshot.gone(new ContactId("ann"), NOON);
  }

  private static Set<Class<?>> sorts(Stream<?> samples) {
    return samples.<Class<?>>map(Object::getClass).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Class<?>> allOf(Class<?> sealed) {
    return Set.of(sealed.getPermittedSubclasses());
  }

  @Test
  void aMemoryIsReadAsItWasWritten() {
    var event =
        new DomainEvent(
            "e1",
            new ContactId("ann"),
            NOON,
            new Happening.CallMissed(Optional.empty(), true),
            Provenance.FOREIGN);
    var memory =
        new Memory(
            new Memory.Subject(Optional.of(new AppointmentId("a1")), Optional.of(new DealId("d1"))),
            4,
            List.of(event),
            List.of("e0", "e1"),
            List.of(new Memory.Sent(AT, Channel.SMS, MESSAGE, NOON)),
            List.of(new Memory.Task("t1", "Ring back")),
            Set.of("tag cold", "stage Sales"),
            Map.of(SALES, new DealId("d1")),
            true,
            NOON,
            Optional.of(new Memory.Grant(AT, NOON, NOON.plusSeconds(1), 2)),
            Optional.of(NOON.plusSeconds(2)));

    assertThat(StoredForm.memory(StoredForm.of(memory))).isEqualTo(memory);
    assertThat(StoredForm.apart(memory).own()).isEmpty();
    Memory waiting = memory.latching(List.of());
    Written apart = StoredForm.apart(waiting);
    assertThat(StoredForm.memory(joined(apart))).isEqualTo(waiting);
    assertThat(apart.form())
        .isEqualTo(
            """
            {"appointment":null,"deal":null,"commands":4,"heard":[null,null],\
            "sent":[{"at":"hello#2","channel":"SMS","message":null,"when":null}],\
            "tasks":[{"id":null,"title":null}],"ownWrites":["stage Sales","tag cold"],\
            "deals":[{"pipeline":"Sales","deal":null}],"optedOut":true,"causedAt":null,\
            "grant":[{"at":"hello#2","due":null,"first":null,"attempts":2}],"overSince":null}\
            """);
    assertThat(StoredForm.event(StoredForm.of(event))).isEqualTo(event);
  }

  @Test
  void whatIsRememberedIsReadAsItWasWritten() {
    var deal =
        new Deal(
            new DealId("d1"),
            "Implant",
            STAGE,
            DealStatus.OPEN,
            Optional.of(new BigDecimal("12.50")),
            NOON);
    var remembered =
        new Remembered(
            Known.said(Set.of(TAG, new TagName("cold"))),
            Map.of(Channel.SMS, Consent.OPTED_OUT, Channel.EMAIL, Consent.ALLOWED),
            Map.of(APPOINTMENT.id(), APPOINTMENT),
            Map.of(deal.id(), deal),
            Map.of("ann", NOON, "d1", NOON));
    String before = StoredForm.of(new ContactId("ben"), remembered);

    assertThat(StoredForm.remembered(ANN, StoredForm.of(ANN, remembered))).isEqualTo(remembered);
    assertThat(StoredForm.of(ANN, remembered)).doesNotContain("ann");
    assertThat(StoredForm.remembered(ANN, before))
        .as("with its id, as it was written before")
        .isEqualTo(remembered);
    assertThat(StoredForm.remembered(ANN, StoredForm.of(ANN, Remembered.nothing())))
        .isEqualTo(Remembered.nothing());
  }

  @Test
  void reasonsAreReadAsTheyWereWritten() {
    var reasons = List.of(new Reason("lane", "held"), new Reason("filter", "no phone"));

    assertThat(StoredForm.reasons(StoredForm.of(reasons))).isEqualTo(reasons);
  }

  @Test
  void whatANewerVersionWroteIsRefusedWithTheWordThatIsNotKnown() {
    assertThatThrownBy(() -> StoredForm.standing(COMMAND.run(), "{\"is\":\"dreaming\"}"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("dreaming");
  }

  @Test
  void whatIsDamagedIsRefusedWithoutQuotingIt() {
    assertThatThrownBy(() -> StoredForm.happening("{\"is\":\"received\",\"text\":\"my secret"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> StoredForm.happening("{\"is\":\"received\",\"text\":\"my secret\"}"))
        .isInstanceOf(UnreadableException.class)
        .hasMessageNotContaining("secret");
  }
}
