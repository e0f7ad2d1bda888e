package dev.interlock.simulation.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.simulation.script.Opening.StandingDeal;
import dev.interlock.simulation.script.Opening.Visit;
import dev.interlock.simulation.script.ScriptData.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptDataTest {
  private static final ContractId NURTURE = new ContractId("nurture");
  private static final PipelineName SALES = new PipelineName("Sales");
  private static final StageRef WON = new StageRef(SALES, new StageName("Won"));
  private static final CalendarName CLEANING = new CalendarName("Cleaning");
  private static final FieldName SCORE = new FieldName("Score");
  private static final By AUTOMATION = new By.Automation(new AutomationName("Reminder v2"));
  private static final List<Act> EVERY_ACT =
      List.of(
          new Act.Writes(Channel.SMS, "Tomorrow?"),
          new Act.CallsAndIsMissed(true),
          new Act.OptsOut(Set.of(Channel.SMS, Channel.EMAIL)),
          new Act.OptsIn(Set.of(Channel.CHAT)),
          new Act.Books(CLEANING, Duration.ofDays(2)),
          new Act.Books(CLEANING, Duration.ofDays(2), By.STAFF),
          new Act.Reschedules(Duration.ofHours(-3)),
          new Act.Cancels(),
          new Act.ShowsUp(),
          new Act.StaysAway(),
          new Act.Confirms(),
          new Act.Money(MoneyChange.INVOICE_PAID, "invoice 7"),
          new Act.FillsForm("Quote"),
          new Act.Reports(NURTURE, Delivery.BOUNCED),
          new Act.RecordChanged(ContactChange.MERGED),
          new Act.TagChanged(new TagName("vip"), TagChange.REMOVED, AUTOMATION),
          new Act.FieldChanged(SCORE, "", By.CONTACT),
          new Act.DealMoved(WON, By.STAFF),
          new Act.DealMarked(SALES, DealStatus.LOST, By.OTHER_APP),
          new Act.TaskTicked(),
          new Act.NoteWritten(),
          new Act.ForeignMessage(
              AUTOMATION, Optional.of(new PurposeName("tomorrow")), Channel.EMAIL),
          new Act.ForeignMessage(By.STAFF, Optional.empty(), Channel.SMS),
          new Act.ForeignCall(By.STAFF),
          new Act.DateComes(SCORE),
          new Act.ScheduleComes(NURTURE),
          new Act.StartedByHand(NURTURE),
          new Act.StartedByApi(NURTURE),
          new Act.TimerFires(NURTURE, 2),
          new Act.CommandEnds(NURTURE, 1, Answer.IN_DOUBT),
          new Act.Settles(NURTURE, 1, true),
          new Act.Withdraws(NURTURE, 3),
          new Act.HeardLate(new Act.DealMoved(WON, By.STAFF), Duration.ofMinutes(4)),
          new Act.HeardAgain(2),
          new Act.GoesLive(),
          new Act.Passes());

  private static final Opening OPENING =
      new Opening(
          "Ben",
          LocalDateTime.of(2026, 12, 31, 23, 59),
          ZoneId.of("Europe/Berlin"),
          Set.of(new TagName("vip")),
          Map.of(SCORE, "7"),
          Map.of(Channel.SMS, "+15550102"),
          Map.of(Channel.SMS, Consent.OPTED_OUT),
          Optional.of("Dana"),
          List.of(new StandingDeal(WON, DealStatus.WON, Optional.of(new BigDecimal("12.50")))),
          List.of(new Visit(CLEANING, Duration.ofDays(-1), Appointment.Status.SHOWED)),
          false,
          false);

  @Test
  void everyScriptIsReadBackAsItWasWritten() {
    List<Beat> beats = EVERY_ACT.stream().map(act -> new Beat(Duration.ofMinutes(5), act)).toList();
    Script script = new Script(OPENING, Pace.STEPWISE, beats);

    assertThat(ScriptData.read(ScriptData.write(script))).isEqualTo(new Reading.Read(script));
  }

  @Test
  void theSameOpeningIsAlwaysWrittenInTheSameOrder() {
    Script script = new Script(OPENING, List.of());

    assertThat(ScriptData.write(script).toString())
        .contains("visits=[{calendar=" + CLEANING + ", ahead=PT-24H, status=showed}]");
  }

  @Test
  void everyKindOfActIsAmongThoseTried() {
    assertThat(EVERY_ACT.stream().map(Object::getClass).distinct())
        .hasSameElementsAs(Arrays.asList(Act.class.getPermittedSubclasses()));
  }

  @Test
  void theGuideNamesEveryAct() throws IOException {
    Path guide =
        Stream.of("../../docs", "docs")
            .map(docs -> Path.of(docs, "guide", "simulation.md"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    String text = Files.readString(guide);

    assertThat(EVERY_ACT)
        .allSatisfy(act -> assertThat(text).contains("`" + ActData.word(act) + "`"));
  }

  @Test
  void whatAnOpeningLeavesOutIsUsual() {
    assertThat(ScriptData.read(Map.of("opening", Map.of("firstName", "Ana"))))
        .isEqualTo(new Reading.Read(new Script(Opening.of("Ana"), List.of())));
  }

  @Test
  void eachProblemSaysWhereItIsAndWhatToWriteInstead() {
    Map<String, Object> empty = new HashMap<>();
    empty.put("act", null);
    var data =
        Map.of(
            "opening",
            Map.of("zone", "Mars/Olympus", "start", "noon", "tag", List.of("vip")),
            "beats",
            List.of(
                Map.of("act", "writes", "channel", "smoke", "text", 7),
                Map.of("act", "sings"),
                Map.of("act", "reschedules", "ahead", "tomorrow"),
                Map.of("act", "passes", "after", "-PT1H"),
                "passes",
                empty));

    assertThat(problems(data))
        .containsExactlyInAnyOrder(
            "the script, opening, zone: 'Mars/Olympus' is not known; give a zone such as"
                + " America/New_York",
            "the script, opening, start: 'noon' is not a local time such as 2026-03-02T10:00",
            "the script, opening, tag: means nothing here; there is firstName, start, zone, tags,"
                + " fields, addresses, consent, assignee, deals, visits, saysDeals,"
                + " saysAppointments",
            "beats 1, channel: there is no 'smoke'; give one of sms, email, chat, call, voicemail",
            "beats 1, text: is no text",
            "beats 2, act: there is no act 'sings'",
            "beats 3, ahead: 'tomorrow' is not a span such as PT2H",
            "beats 4, after: a beat cannot come before the one before it",
            "beats 5 is no object {...}",
            "beats 5, act: is missing; give a text",
            "beats 6, act: is missing; give a text");
  }

  @Test
  void twoDealsInOnePipelineAreAProblem() {
    var deal = Map.of("pipeline", "Sales", "stage", "Won");

    assertThat(problems(Map.of("opening", Map.of("deals", List.of(deal, deal)))))
        .containsExactly("the script, opening, deals: two in Sales; one at most is meant");
  }

  @Test
  void somethingElseThanAnObjectIsNoScript() {
    assertThat(problems(List.of())).containsExactly("the script is no object {...}");
  }

  private static List<String> problems(Object data) {
    return switch (ScriptData.read(data)) {
      case Reading.Unreadable(var problems) -> problems;
      case Reading.Read _ -> List.of();
    };
  }
}
