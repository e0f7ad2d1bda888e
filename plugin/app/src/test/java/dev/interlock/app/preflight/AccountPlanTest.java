package dev.interlock.app.preflight;

import static dev.interlock.app.preflight.Accounts.known;
import static dev.interlock.app.preflight.Accounts.pipeline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.highlevel.provision.HighLevelGuide;
import dev.interlock.crm.inventory.Bindings;
import dev.interlock.crm.inventory.Chore;
import dev.interlock.crm.inventory.Creatable;
import dev.interlock.crm.inventory.Grant;
import dev.interlock.crm.inventory.Sending;
import dev.interlock.crm.inventory.Thing;
import dev.interlock.crm.inventory.Thing.Kind;
import dev.interlock.crm.inventory.Told;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountPlanTest {
  private static final State MISSES_VIP =
      new State.Creates(new Creatable.Tag(new TagName("vip")), "");

  private final Accounts complete = Accounts.complete();

  @Test
  void findsAnAccountCompleteThatIs() {
    var plan = plan(complete);

    assertThat(plan.lines()).allMatch(line -> line.state() instanceof State.Present);
    assertThat(plan.isDone()).isTrue();
  }

  @Test
  void saysWhichContractsNeedAThing() {
    assertThat(line(plan(complete), "vip").by()).containsExactly("hello");
    assertThat(line(plan(complete), "bookingLink").by()).containsExactly("hello");
    assertThat(line(plan(complete), "Plan").by()).isEmpty();
  }

  @Test
  void offersToMakeATagAndNothingThatIsSpeltDifferently() {
    assertThat(state(complete.withTags(known(List.of())), "vip")).isEqualTo(MISSES_VIP);
    assertThat(state(complete.withFields(choice("plan", "gold", "silver")), "Plan"))
        .isEqualTo(
            new State.Yours(
                "there is \"plan\", spelt differently",
                new Chore.Rename(Kind.FIELD, "", "plan", "Plan")));
  }

  @Test
  void asksForOneOfSeveralThingsOfAName() {
    var twice =
        complete.withUsers(new Thing.User("u1", "Ana Ruiz"), new Thing.User("u2", "Ana Ruiz"));

    assertThat(state(twice, "Ana Ruiz"))
        .isEqualTo(new State.Ambiguous(2, new Chore.LeaveOne(Kind.USER, "", "Ana Ruiz")));
  }

  @Test
  void saysAfterWhichStageAMissingOneComes() {
    var shorter = complete.withPipelines(pipeline("p1", "Sales", "New", "Booked"));

    assertThat(state(shorter, "Engaged"))
        .isEqualTo(new State.Yours("missing", new Chore.AddStage("Sales", "Engaged", "New")));
  }

  @Test
  void mindsTheOrderOfStagesAndNotWhatIsInBetween() {
    var more =
        complete.withPipelines(pipeline("p1", "Sales", "Old", "New", "X", "Engaged", "Booked"));
    var other = complete.withPipelines(pipeline("p1", "Sales", "Engaged", "New", "Booked"));

    assertThat(state(more, "Sales")).isEqualTo(new State.Present("3 stages, in order"));
    assertThat(state(other, "Sales"))
        .isInstanceOfSatisfying(
            State.Yours.class,
            yours ->
                assertThat(yours.chore())
                    .isEqualTo(
                        new Chore.OrderStages("Sales", List.of("New", "Engaged", "Booked"))));
  }

  @Test
  void asksForAWholePipelineAtOnce() {
    var plan = plan(complete.withPipelines());

    assertThat(plan.lines()).filteredOn(line -> line.group() == Line.Group.PIPELINES).hasSize(1);
    assertThat(line(plan, "Sales").state())
        .isEqualTo(
            new State.Yours(
                "missing", new Chore.MakePipeline("Sales", List.of("New", "Engaged", "Booked"))));
  }

  @Test
  void mindsWhatAFieldHoldsAndWhatCanBeChosen() {
    var date = new Thing.Field("f1", "Plan", Optional.of(FieldKind.DATE), "DATE", List.of());
    var untold = new Thing.Field("f1", "Plan", Optional.empty(), "", List.of("gold", "silver"));

    assertThat(state(complete.withFields(date), "Plan"))
        .isEqualTo(
            new State.Yours(
                "it is of the sort DATE, and contracts need choices in it",
                new Chore.ReplaceField("Plan", FieldKind.OPTION)));
    assertThat(state(complete.withFields(choice("Plan", "gold")), "Plan"))
        .isEqualTo(
            new State.Yours(
                "an option is missing", new Chore.AddOptions("Plan", List.of("silver"))));
    assertThat(state(complete.withFields(untold), "Plan")).isInstanceOf(State.Present.class);
  }

  @Test
  void asksForWhatIsSwitchedOff() {
    assertThat(
            state(
                complete.withCalendars(new Thing.Calendar("c1", "Consultation", false)),
                "Consultation"))
        .isEqualTo(
            new State.Yours("it is switched off", new Chore.ActivateCalendar("Consultation")));
    assertThat(
            state(
                complete.withAutomations(new Thing.Automation("a1", "Welcome", false)), "Welcome"))
        .isEqualTo(new State.Yours("it is a draft", new Chore.PublishAutomation("Welcome")));
  }

  @Test
  void takesASettingFromUsBeforeTheAccount() {
    var ours = Map.of("BOOKING_LINK", "https://b.example.com");
    var others = Map.of("BOOKING_LINK", "https://other.example.com");

    assertThat(line(plan(complete, ours), "bookingLink").state())
        .isEqualTo(new State.Present("INTERLOCK_SETTING_bookingLink"));
    assertThat(line(plan(complete, others), "bookingLink").state())
        .isInstanceOfSatisfying(
            State.Present.class, there -> assertThat(there.note()).contains("something else"));
    assertThat(line(plan(complete.withValues(), ours), "bookingLink").state().creatable())
        .contains(new Creatable.Value("Booking link", "https://b.example.com"));
  }

  @Test
  void asksForASettingThatNobodyGave() {
    assertThat(state(complete.withValues(), "bookingLink"))
        .isInstanceOfSatisfying(
            State.Yours.class,
            yours ->
                assertThat(yours.what())
                    .contains("Where to book", "https://x", "INTERLOCK_SETTING_bookingLink"));
    assertThat(
            state(complete.withValues(new Thing.Value("v1", "Booking link", " ")), "bookingLink"))
        .isEqualTo(
            new State.Yours("the custom value is empty", new Chore.FillValue("Booking link")));
  }

  @Test
  void tellsWhatCannotBeReadAndWhetherThatPasses() {
    var hidden = state(complete.withTags(new Told.NoScope<>("tags.readonly")), "vip");
    var missed = state(complete.withTags(new Told.Missed<>("status 502")), "vip");

    assertThat(hidden)
        .isEqualTo(new State.Unknown("it shows once the token has the scope tags.readonly", true));
    assertThat(missed).isEqualTo(new State.Unknown("status 502", true));
    assertThat(plan(complete.withTags(new Told.Missed<>("status 502"))).isDone()).isFalse();
  }

  @Test
  void asksForANumberToSendFromAndLetsItBeWhereTheCrmDoesNotTell() {
    var none = complete.texting(new Told.Known<>(new Sending(List.of())));
    var untold = complete.texting(new Told.NoScope<>("phonenumbers.read"));

    assertThat(state(none, "texts")).isInstanceOf(State.Yours.class);
    assertThat(plan(untold).isDone()).isTrue();
    assertThat(state(untold, "texts"))
        .isInstanceOfSatisfying(
            State.Unknown.class,
            unknown -> assertThat(unknown.why()).contains("phonenumbers.read"));
  }

  @Test
  void asksForScopesThatAreMissing() {
    var plan = plan(complete.allowing(Grant.Standing.MISSING));
    var scopes = plan.lines().stream().filter(line -> line.group() == Line.Group.SCOPES).toList();

    assertThat(scopes)
        .extracting(Line::name)
        .contains("scope of SEND_MESSAGES", "scope of CHANGE_DEALS", "scope of CHANGE_CONTACTS");
    assertThat(scopes).allMatch(line -> line.state() instanceof State.Yours);
    assertThat(plan(complete.allowing(Grant.Standing.UNTOLD)).isDone()).isTrue();
  }

  @Test
  void asksForTheScopeOfFormsOnlyWhereSomebodyListensForThem() {
    var account = complete.allowing(Grant.Standing.MISSING);

    assertThat(plan(account).lines()).extracting(Line::name).doesNotContain("scope of READ_FORMS");
    assertThat(plan(Businesses.listeningForForms(), account).lines())
        .extracting(Line::name)
        .contains("scope of READ_FORMS");
  }

  @Test
  void asksForATimeZoneUnlessOneIsGiven() {
    var none = complete.withZone(Optional.empty());

    assertThat(state(none, "time zone"))
        .isEqualTo(new State.Yours("the account has none", new Chore.SetTimeZone()));
    assertThat(
            line(
                    AccountPlan.of(
                        Businesses.contracts(),
                        none.inventory(),
                        Bindings.none(),
                        new HighLevelGuide(),
                        Map.of(),
                        Optional.of(ZoneId.of("Europe/Vienna"))),
                    "time zone")
                .state())
        .isInstanceOf(State.Present.class);
  }

  @Test
  void tellsWhatHasDriftedSinceItWasSeenLast() {
    var before = plan(complete).bindings(Bindings.none());
    var drifted =
        complete
            .withTags(known(List.of()))
            .withCalendars(new Thing.Calendar("c1", "Consults", true))
            .withPipelines(pipeline("p1", "Sales", "Booked", "New", "Engaged"));

    var plan = plan(drifted, before);

    assertThat(line(plan, "vip").state())
        .isEqualTo(
            new State.Drifted(
                "it was there and is gone",
                new Chore.MakeTag("vip"),
                Optional.of(new Creatable.Tag(new TagName("vip")))));
    assertThat(line(plan, "Consultation").state())
        .isEqualTo(
            new State.Drifted(
                "it is called \"Consults\" now",
                new Chore.Rename(Kind.CALENDAR, "", "Consults", "Consultation"),
                Optional.empty()));
    assertThat(line(plan, "Sales").state()).isInstanceOf(State.Drifted.class);
    assertThat(plan(drifted, plan.bindings(before)).lines()).isEqualTo(plan.lines());
  }

  @Test
  void forgetsNothingOverAReadingThatFailed() {
    var before = plan(complete).bindings(Bindings.none());
    var blind =
        plan(complete.withTags(new Told.Missed<>("status 502")).withPipelines(), before)
            .bindings(before);

    assertThat(blind.all()).containsExactlyInAnyOrderElementsOf(before.all());
  }

  @Test
  void leavesToPeopleWhatTheCrmWillNotMake() {
    var plan = plan(complete.withTags(known(List.of())));
    var creatable = plan.creatables().getFirst();

    assertThat(line(plan.without(Map.of(creatable, "no scope")), "vip").state())
        .isEqualTo(new State.Yours("not made: no scope", new Chore.MakeTag("vip")));
  }

  private static State state(Accounts account, String name) {
    return line(plan(account), name).state();
  }

  private static AccountPlan plan(Accounts account) {
    return plan(account, Map.of());
  }

  private static AccountPlan plan(Accounts account, Map<String, String> ours) {
    return plan(account, ours, Bindings.none());
  }

  private static AccountPlan plan(Accounts account, Bindings before) {
    return plan(account, Map.of(), before);
  }

  private static AccountPlan plan(ContractSet contracts, Accounts account) {
    return plan(contracts, account, Map.of(), Bindings.none());
  }

  private static AccountPlan plan(Accounts account, Map<String, String> ours, Bindings before) {
    return plan(Businesses.contracts(), account, ours, before);
  }

  private static AccountPlan plan(
      ContractSet contracts, Accounts account, Map<String, String> ours, Bindings before) {
    return AccountPlan.of(
        contracts, account.inventory(), before, new HighLevelGuide(), ours, Optional.empty());
  }

  private static Line line(AccountPlan plan, String name) {
    return plan.lines().stream().filter(line -> line.name().equals(name)).findFirst().orElseThrow();
  }

  private static Thing.Field choice(String name, String... options) {
    return new Thing.Field(
        "f1", name, Optional.of(FieldKind.OPTION), "SINGLE_OPTIONS", List.of(options));
  }
}
