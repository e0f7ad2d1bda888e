package dev.interlock.app.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.plugin.Acme;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.engine.read.RunState;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Orders about many runs at once, given from the command line to a server that is at work.
class SelectedOrdersTest {
  private static final String LATER = "They did not call again.";
  private static final String[] ALL = {"--contract", "hello", "--at", "pause"};

  @TempDir private Path folder;
  private ServedFolder server = new ServedFolder(Path.of("target", "selected-orders-test"));
  private ContactId first = new ContactId("nobody yet");
  private ContactId second = new ContactId("nobody yet");

  @BeforeEach
  void twoWait() {
    server.close();
    server = new ServedFolder(folder);
    server.put("acme.jar", Acme.waitingTwoDays(LATER));
    server.open();
    first = server.somebodyCalls();
    second = server.somebodyCalls();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String order(String what, String... words) {
    return server.order(Stream.concat(Stream.of(what), Stream.of(words)).toArray(String[]::new));
  }

  private String all(String what, String... more) {
    return order(what, Stream.concat(Stream.of(ALL), Stream.of(more)).toArray(String[]::new));
  }

  private RunState stateOf(ContactId contact) {
    return server.runsOf(contact).getFirst().state();
  }

  private String runOf(ContactId contact) {
    return server.runsOf(contact).getFirst().run().text();
  }

  @Test
  void whatFellDueWhileTheyStoodStillIsDoneAtOnceOrLaterByAsMuchAsIsChosen() {
    assertThat(all("pause"))
        .startsWith("0\n")
        .contains("Pat 1", "Pat 2", "stops where it stands", "2 runs: 2 would follow the order.");
    assertThat(stateOf(first)).as("only shown").isEqualTo(RunState.WAITING);

    assertThat(all("pause", "--yes")).startsWith("0\n").contains("2 runs: 2 followed the order.");
    server.passes(Duration.ofDays(3));
    assertThat(stateOf(first)).isEqualTo(RunState.PAUSED);
    assertThat(stateOf(second)).isEqualTo(RunState.PAUSED);

    assertThat(order("resume", runOf(second), "--shift", "--yes"))
        .startsWith("0\n")
        .contains("goes on, with its times shifted");
    assertThat(order("resume", "--contract", "hello"))
        .contains(
            "what fell due is done at once", "2 runs: 1 would follow the order, 1 left alone");
    assertThat(order("resume", "--contract", "hello", "--yes"))
        .startsWith("0\n")
        .contains("left alone, since it waits", "2 runs: 1 followed the order, 1 left alone.");
    server.passes(Duration.ofMinutes(1));
    assertThat(server.notesOf(first)).contains(LATER);
    assertThat(server.notesOf(second)).doesNotContain(LATER);

    server.passes(Duration.ofDays(2));
    assertThat(server.notesOf(second)).contains(LATER);
  }

  @Test
  void allGoOnAtOncePastAWaitOrLeaveAtOnce() {
    var skipped = all("skip", "--reason", "They called", "--yes");
    assertThat(skipped).startsWith("0\n").contains("goes on without waiting", "2 followed");
    server.passes(Duration.ofMinutes(1));
    assertThat(server.notesOf(first)).contains(LATER);
    assertThat(server.notesOf(second)).contains(LATER);

    var third = server.somebodyCalls();
    var fourth = server.somebodyCalls();
    var shown = all("withdraw", "--reason", "The campaign is over");
    assertThat(shown).contains("ends by its withdrawn exit", "Nothing has been ordered yet");
    assertThat(stateOf(third)).isEqualTo(RunState.WAITING);
    assertThat(all("withdraw", "--reason", "The campaign is over", "--yes")).startsWith("0\n");
    server.passes(Duration.ofMinutes(1));
    assertThat(server.runsOf(third).getFirst().exit().orElseThrow().text()).isEqualTo("withdrawn");
    assertThat(server.runsOf(fourth).getFirst().exit().orElseThrow().text()).isEqualTo("withdrawn");
  }

  @Test
  void whatWasOrderedIsListedWithWhoOrderedItAndWhatWasOnlyShownIsNot() {
    assertThat(server.ask("order", "audit")).contains("No order has been carried out.");
    order("pause", runOf(first));
    assertThat(server.ask("order", "audit")).contains("No order has been carried out.");

    order("pause", runOf(first), "--yes");
    order("resume", runOf(first), "--shift", "--yes");
    assertThat(order("start", "hello", second.text(), "--yes")).startsWith("0\n");

    assertThat(server.ask("order", "audit"))
        .startsWith("0\n")
        .containsSubsequence(
            "Ben started hello by hand",
            "contact " + second,
            "Ben resumed the run, with its times shifted",
            "Ben paused the run",
            "contact " + first + ", run " + runOf(first));
    var json = server.ask("order", "audit", "--limit", "1", "--json");
    var last = JsonMapper.shared().readTree(json.substring(2)).at("/0");
    assertThat(last.path("by").asString()).isEqualTo("Ben");
    assertThat(last.path("contact").asString()).isEqualTo(second.text());
    assertThat(server.ask("order", "audit", "--limit", "0"))
        .startsWith("2\n")
        .contains("--limit is at least 1");
  }

  @Test
  void aSelectionHasEverybodyHoweverManyThereAre() throws SQLException {
    multiply(10_100);

    assertThat(all("withdraw", "--reason", "The campaign is over"))
        .startsWith("0\n")
        .contains("10102 runs: 10102 would follow the order.");
    assertThat(order("withdraw", "--contract", "hello", "--at", "jot", "--reason", "It is over"))
        .startsWith("2\n")
        .contains(
            "no run of hello that is under way stands at jot; `interlock versions hello` shows");
    assertThat(order("withdraw", "--contract", "tea-time", "--reason", "It is over"))
        .startsWith("2\n")
        .contains("there is no contract tea-time, and never was");
  }

  @Test
  void whatWasDoneIsToldApartFromWhatWouldBeDone() {
    assertThat(order("pause", runOf(first)))
        .contains("stops where it stands", "Nothing has been ordered yet. Add --yes to do it.")
        .doesNotContain("done:");

    assertThat(order("pause", runOf(first), "--yes"))
        .contains("done: stops where it stands; now it is paused at pause");

    var json =
        JsonMapper.shared().readTree(order("pause", runOf(second), "--yes", "--json").substring(2));
    assertThat(json.at("/0/outcome").asString()).isEqualTo("done");
    assertThat(json.at("/0/state").asString()).isEqualTo("WAITING");
    assertThat(json.at("/0/stateNow").asString()).isEqualTo("PAUSED");
  }

  @Test
  void whereNothingWouldBeDoneNobodyIsAskedToSayYes() {
    assertThat(order("resume", runOf(first)))
        .contains(
            "left alone, since it waits",
            "Nothing has been ordered, and with --yes nothing would be")
        .doesNotContain("Add --yes");
  }

  @Test
  void aRunThatIsOverIsSaidToBeOver() {
    order("withdraw", runOf(first), "--reason", "They called", "--yes");
    server.passes(Duration.ofMinutes(1));

    assertThat(order("pause", runOf(first), "--yes"))
        .startsWith("2\n")
        .contains("run " + runOf(first) + " is over: it left as withdrawn on");
    assertThat(order("pause", "r0", "--yes"))
        .startsWith("2\n")
        .contains("there is no run r0; `interlock runs --open` shows those that are under way");
  }

  @Test
  void whoIsToBeStartedIsShownWhatStandsInTheWay() {
    assertThat(order("start", "hello", second.text()))
        .startsWith("0\n")
        .contains(
            "Would start Hello for contact " + second,
            "It is under way for them: run " + runOf(second) + " waits at pause until",
            "Nothing has been ordered yet");
    assertThat(order("start", "tea-time", second.text()))
        .startsWith("2\n")
        .contains("there is no contract tea-time that takes new entries");
  }

  @Test
  void whoOrdersSomethingOfAServerThatStopsIsToldToAskAgain() {
    server.takesNoMoreOrders();

    assertThat(order("pause", runOf(first), "--yes"))
        .startsWith("1\n")
        .contains(
            "not done: not now, and nothing has changed: it is stopping; give the order again after"
                + " the start");
    assertThat(stateOf(first)).isEqualTo(RunState.WAITING);
    assertThat(server.ask("order", "audit")).contains("No order has been carried out.");
  }

  @Test
  void namesThatAreNoneAreTold() {
    assertThat(order("start", "", second.text())).startsWith("2\n").contains("CONTRACT is empty");
    assertThat(order("pause", "--contract", " ")).startsWith("2\n").contains("--contract is empty");
    assertThat(order("pause", "")).startsWith("2\n").contains("RUN is empty");
    assertThat(server.ask("runs", "--contract", ""))
        .startsWith("2\n")
        .contains("--contract is empty");
    assertThat(server.ask("runs", "--limit", "-1")).startsWith("2\n").contains("at least 1");
  }

  private void multiply(int times) throws SQLException {
    var file = folder.resolve("data").resolve("interlock.db");
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + file);
        var insert =
            database.prepareStatement(
                """
                WITH RECURSIVE copy (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < ?)
                INSERT INTO run
                  (installation, run, contact, contract, contract_version, run_key, cause, begun_at,
                   standing, memory, state, place, alarm_at, over, changed_at, version)
                SELECT installation, run || '-' || n, 'copy-' || n, contract, contract_version,
                  run_key, cause, begun_at, standing, memory, state, place, alarm_at, over,
                  changed_at, version
                FROM copy JOIN run WHERE run.run = ?
                """)) {
      insert.setInt(1, times);
      insert.setString(2, runOf(first));
      assertThat(insert.executeUpdate()).isEqualTo(times);
    }
  }
}
