package dev.interlock.app.command;

import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.DISPLACED;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.laneNamed;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.DISPLACE;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.priority;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.command.Shell.Said;
import dev.interlock.app.wiring.DataFile;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.dsl.Occupied;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.TagName;
import dev.interlock.contract.text.ContractText;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.crm.Remembered;
import dev.interlock.engine.store.Lanes;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.store.Versions;
import dev.interlock.handbook.Desk;
import dev.interlock.handbook.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Who holds a contact and who waits for that is shown in one row, in the contact's story, and on
/// the first page.
class LanesShownTest {
  private static final InstallationId HERE = new InstallationId("here");
  private static final ContactId ANN = new ContactId("ann-1");
  private static final ContactId BOB = new ContactId("bob-2");
  private static final ContactId CY = new ContactId("cy-3");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Instant NINE = Instant.parse("2026-11-02T14:00:00Z");
  private static final LaneName LANE = laneNamed("follow-up");
  private static final Contract CALM = contract("calm", "Calm", whenOccupied(REFUSE), 0);
  private static final Contract URGENT = contract("urgent", "Urgent", whenOccupied(DISPLACE), 5);
  private static final Contract PATIENT =
      contract("patient", "Patient", whenOccupied(inTurn(hours(48))), 0);

  @TempDir private Path home;

  private static Contract contract(String id, String title, Occupied occupied, int claim) {
    return workflow(id)
        .title(title)
        .owner("Front desk")
        .purpose("Somebody listens.")
        .startsWhen(tagAdded(id), milestone("Somebody said so"))
        .admitsEveryone("it is a test")
        .lane(LANE, occupied, priority(claim))
        .reentry(afterExit())
        .path(await("answer").when(replied()).thenExit("cold").silentFor(days(1)).thenExit("cold"))
        .exits(exit("cold", UNRESPONSIVE), exit("displaced", DISPLACED))
        .build();
  }

  @BeforeEach
  void annIsHeldAndWaitedForBobIsHeldAndCyIsFree() {
    try (var store = DataFile.open(home)) {
      store
          .write(tables -> {
            tables.installations().put(HERE, ZONE, NINE);
            tables.versions().activate(HERE, loaded(), NINE);
            introduce(tables, ANN, "Ann");
            introduce(tables, BOB, "Bob");
            introduce(tables, CY, "Cy");
            begins(tables, "held", CALM, ANN, leaving(), NINE);
            begins(tables, "first", PATIENT, ANN, queued(NINE.plusSeconds(120)), at(2));
            // it came later, by a clock that was set back
            var later = contract("patient-too", "Patient too", whenOccupied(inTurn(days(1))), 0);
            begins(tables, "second", later, ANN, queued(NINE.plusSeconds(60)), at(1));
            begins(tables, "other", CALM, BOB, listening(), at(4));
            tables.lanes().claim(HERE, ANN, new Lanes.Claim(LANE, new RunId("held"), 0), NINE);
            tables.lanes().claim(HERE, BOB, new Lanes.Claim(LANE, new RunId("other"), 0), at(4));
            tables.lanes().await(HERE, entrant(), at(3));
            return true;
          })
          .join();
    }
  }

  private static Versions.Loaded loaded() {
    return new Versions.Loaded(
        "o",
        "{}",
        List.of(
            version(CALM),
            version(URGENT),
            version(PATIENT),
            version(contract("patient-too", "Patient too", whenOccupied(inTurn(days(1))), 0))));
  }

  private static Versions.Version version(Contract contract) {
    return new Versions.Version(
        contract.id(), contract.id().text(), contract.title(), ContractText.write(contract));
  }

  private static void introduce(Tables tables, ContactId contact, String name) {
    tables.contacts().introduce(HERE, contact, Remembered.nothing(), name);
  }

  private static Instant at(int minute) {
    return NINE.plus(Duration.ofMinutes(minute));
  }

  private static Standing queued(Instant since) {
    return new Standing.Queued(since, since.plus(Duration.ofDays(1)));
  }

  private static Standing leaving() {
    var command = new CommandId(new RunId("held"), 1);
    return new Standing.Closing(
        new ExitName("displaced"), "Urgent displaced it", command, List.of(), false);
  }

  private static Standing listening() {
    return new Standing.Awaiting(new NodeId("answer"), at(4), at(5));
  }

  private static void begins(
      Tables tables, String id, Contract of, ContactId contact, Standing standing, Instant when) {
    var memory = Memory.fresh(Memory.Subject.contactOnly(), Map.of(), when);
    var run =
        new Run(
            new RunId(id),
            contact,
            of.id(),
            of.id().text(),
            "contact",
            "e",
            when,
            standing,
            memory);
    tables.runs().add(HERE, run, when);
  }

  private static Lanes.Entrant entrant() {
    var what = new Happening.TagHappened(TagChange.ADDED, new TagName("urgent"));
    var cause = new DomainEvent("e3", ANN, at(3), what, Provenance.OUTSIDE);
    return new Lanes.Entrant(URGENT.id(), cause, LANE, 5);
  }

  private Said ask(String... words) {
    return Shell.with(home).set("INTERLOCK_DATA_DIR", home).run(words);
  }

  @Test
  void oneRowHasWhoHoldsAContactAndWhoWaitsInTheOrderInWhichTheyCome() {
    var said = ask("runs", "--lanes");

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out())
        .containsSubsequence(
            "follow-up  Ann  Calm is leaving",
            "since Mon 2 Nov 2026 09:00, run held, contact ann-1",
            "Urgent comes in when that has left, which it displaced: since Mon 2 Nov 2026 09:03,"
                + " because tag urgent was added",
            "Patient waits in turn: since Mon 2 Nov 2026 09:02, and is turned away at Tue 3 Nov"
                + " 2026 09:02, run first",
            "Patient too waits in turn: since Mon 2 Nov 2026 09:01",
            "follow-up  Bob  Calm listens at answer");
    assertThat(ask("runs", "--lanes", "--contract", "urgent").out())
        .contains("Ann")
        .doesNotContain("Bob");
  }

  @Test
  void machinesReadTheSame() {
    var json = JsonMapper.shared().readTree(ask("runs", "--lanes", "--json").out());

    var row = json.at("/0");
    assertThat(row.path("run").asString()).isEqualTo("held");
    assertThat(row.path("state").asString()).isEqualTo("CLOSING");
    assertThat(row.at("/waiting/0/how").asString()).isEqualTo("displaces");
    assertThat(row.at("/waiting/0/contract").asString()).isEqualTo("urgent");
    assertThat(row.at("/waiting/0/cause").asString()).isEqualTo("tag urgent was added");
    assertThat(row.at("/waiting/1/how").asString()).isEqualTo("in-turn");
    assertThat(row.at("/waiting/1/run").asString()).isEqualTo("first");
    assertThat(row.at("/waiting/1/until").asString()).isEqualTo("2026-11-03T14:02:00Z");
    assertThat(row.at("/waiting").size()).isEqualTo(3);
    assertThat(json.at("/1/waiting").isEmpty()).isTrue();
  }

  @Test
  void whoIsPausedInTurnIsInTheRowAndSaidToBePaused() {
    try (var store = DataFile.open(home)) {
      store
          .write(tables -> {
            begins(tables, "still", URGENT, BOB, new Standing.Paused(queued(at(5)), at(6)), at(5));
            return true;
          })
          .join();
    }

    assertThat(ask("runs", "--lanes").out())
        .containsSubsequence(
            "follow-up  Bob  Calm listens at answer",
            "Urgent waits in turn, and is paused: since Mon 2 Nov 2026 09:05, run still; others pass"
                + " it until it is resumed");
    var json = JsonMapper.shared().readTree(ask("runs", "--lanes", "--json").out());
    assertThat(json.at("/1/waiting/0/run").asString()).isEqualTo("still");
    assertThat(json.at("/1/waiting/0/paused").asBoolean()).isTrue();
    assertThat(json.at("/1/waiting/0/until").asString()).isEmpty();
    assertThat(json.at("/0/waiting/1/paused").asBoolean()).isFalse();
    var paused =
        "Paused by an operator while it waits its turn: “Calm” holds the lane follow-up. Others pass"
            + " it, and its time does not run out, until it is resumed.";
    assertThat(ask("explain", "bob-2").out()).contains(paused);
    try (var store = DataFile.open(home)) {
      var casebook = new Casebook(store.records(), HERE, InstantSource.fixed(at(9)));
      assertThat(casebook.operation(Optional.empty(), List.of()).waiting())
          .anySatisfy(one -> assertThat(one.words()).isEqualTo(paused));
    }
    assertThat(ask("order", "withdraw", "still", "--reason", "x").out())
        .contains("is turned away, and waits no longer");
    assertThat(ask("order", "resume", "still").out())
        .contains("is paused in turn", "waits in turn again");
  }

  @Test
  void theStoryTellsWhoWaitsForWhom() {
    assertThat(ask("explain", "ann-1").out())
        .containsSubsequence(
            "Now",
            "Patient, since Mon 2 Nov 2026 09:02",
            "Waits its turn: “Calm” holds the lane follow-up.",
            "Urgent, since Mon 2 Nov 2026 09:03",
            "Not in yet: “Calm” has to leave the lane follow-up first. It is to begin because tag"
                + " urgent was added.",
            "It begins when “Calm” has left, if the contact may still enter then.");
    assertThat(ask("explain", "bob-2").out()).doesNotContain("Not in yet", "Waits its turn");
  }

  @Test
  void theFirstPageHasThoseWhoWaitAndNobodyElse() {
    try (var store = DataFile.open(home)) {
      var casebook = new Casebook(store.records(), HERE, InstantSource.fixed(at(9)));
      var set =
          new ContractSet(
              business("Acme").team("Front desk", "Eve").build(), List.of(CALM, URGENT));

      var view = casebook.operation(Optional.empty(), List.of());
      var page = Desk.of(set, Site.server()).operation(view);

      assertThat(page)
          .contains(
              "Who waits for another workflow to end",
              "Not in yet: “Calm” has to leave the lane follow-up first.",
              "It is turned away on Tue 3 Nov 2026 09:02, unless the lane is free by then.");
      assertThat(view.waiting())
          .extracting(one -> one.contact().name() + " " + one.contract().orElseThrow())
          .containsExactly("Ann urgent", "Ann patient", "Ann patient-too");
    }
  }
}
