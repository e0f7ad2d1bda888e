package dev.interlock.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Every order, given from the command line to a server that is at work.
class OrderTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir private Path home;

  @Test
  void runsAreStoppedLetGoOnAndEndedAndEachOrderIsKept() throws Exception {
    try (var practice = Practice.in(home)) {
      var ada = practice.caller("Ada", "+13015550100");
      practice.untilIn("AWAITING", ada);
      var run = practice.idOfRun(ada);

      assertThat(practice.order("pause", run).out()).contains("Ada", "stops where it stands");
      assertThat(practice.stateOf(ada)).as("only shown").isEqualTo("AWAITING");

      assertThat(practice.order("pause", run, "--yes", "--by", "Ben").exit()).isZero();
      assertThat(practice.stateOf(ada)).isEqualTo("PAUSED");
      var again = practice.order("pause", run, "--yes");
      assertThat(again.exit()).isZero();
      assertThat(again.out()).contains("left alone, since it is paused");
      assertThat(practice.order("settle", run, "--happened", "no", "--yes").out())
          .contains("left alone");

      var selected =
          practice.order(
              "resume", "--contract", "missed-call-text-back", "--shift", "--yes", "--json");
      assertThat(selected.exit()).isZero();
      assertThat(JsonMapper.shared().readTree(selected.out()).at("/0/outcome").asString())
          .isEqualTo("done");
      assertThat(practice.stateOf(ada)).isEqualTo("AWAITING");

      assertThat(practice.server().ask("runs", "--lanes").out())
          .contains("lead-follow-up  Ada  Missed-call text-back listens at", run, ada);
      var lane =
          JsonMapper.shared().readTree(practice.server().ask("runs", "--lanes", "--json").out());
      assertThat(lane.at("/0/run").asString()).isEqualTo(run);
      assertThat(practice.order("release", "lead-follow-up", ada, "--reason", "A mistake").out())
          .contains("ends by its withdrawn exit, and frees its lane");
      assertThat(
              practice
                  .order("withdraw", run, "--reason", "They moved away", "--by", "Ben", "--yes")
                  .exit())
          .isZero();
      practice.untilIn("ENDED", ada);
      assertThat(practice.run(ada).path("exit").asString()).isEqualTo("withdrawn");
      assertThat(practice.explained(ada))
          .contains("Ben paused the run", "Ben withdrew the run: They moved away");
      assertThat(practice.server().ask("runs", "--lanes").out()).contains("Nobody is in a lane.");
      var free = practice.order("release", "lead-follow-up", ada, "--reason", "A mistake", "--yes");
      assertThat(free.exit()).isEqualTo(2);
      assertThat(free.err()).contains("nobody holds the lane lead-follow-up");
      var over = practice.order("pause", run, "--yes");
      assertThat(over.exit()).isEqualTo(2);
      assertThat(over.err()).contains("run " + run + " is over: it left as withdrawn on");

      startsSomebody(practice, ada);

      practice.server().kill();
      var nobody = practice.order("start", "speed-to-lead", ada, "--yes");
      assertThat(nobody.exit()).isEqualTo(2);
      assertThat(nobody.err()).contains("no server is at work at", "interlock serve");
    }
  }

  private static void startsSomebody(Practice practice, String contact) throws Exception {
    assertThat(practice.order("start", "speed-to-lead", contact).out())
        .contains("Would start Speed to lead for contact " + contact);
    assertThat(practice.order("start", "speed-to-lead", contact, "--yes").exit()).isZero();
    Patience.until(
        LONGEST,
        () -> practice.explained(contact).contains("Speed to lead"),
        practice.server()::said);
    var unknown = practice.order("start", "tea-time", contact, "--yes");
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.out()).contains("there is no contract tea-time");
  }

  @Test
  void whatIsInDoubtGoesOnOrIsDoneAgainAsWhoeverLookedSays() throws Exception {
    try (var practice = Practice.in(home)) {
      practice.line().turns(BadLine.State.CUT_AFTER);
      var ada = practice.caller("Ada", "+13015550100");
      practice.untilIn("DOUBTFUL", ada);
      practice.line().turns(BadLine.State.CUT_BEFORE);
      var bo = practice.caller("Bo", "+13015550101");
      var cy = practice.caller("Cy", "+13015550102");
      practice.untilIn("DOUBTFUL", bo);
      practice.untilIn("DOUBTFUL", cy);
      practice.line().turns(BadLine.State.FINE);
      practice.sandbox().change(cy, "{\"dnd\": true}");

      var shown = practice.order("settle", practice.idOfRun(ada), "--happened", "yes");
      assertThat(shown.out()).contains("is in doubt", "goes on as if it was done");
      assertThat(settled(practice, ada, "yes")).isZero();
      practice.untilIn("AWAITING", ada);
      assertThat(practice.sandbox().textsTo(ada)).as("once").hasSize(1);
      assertThat(practice.explained(ada)).contains("Ben says that it took effect.");

      assertThat(practice.sandbox().textsTo(bo)).isEmpty();
      var selection =
          new String[] {"settle", "--contract", "missed-call-text-back", "--happened", "no"};
      assertThat(practice.order(selection).out())
          .contains("Bo", "Cy", "does it again", "left alone, since it listens");
      var settled = practice.order(with(selection, "--by", "Ben", "--yes"));
      assertThat(settled.exit()).as(settled.out() + settled.err()).isZero();
      assertThat(settled.err()).contains("3 runs: 2 followed the order, 1 left alone.");
      practice.untilIn("AWAITING", bo);
      assertThat(practice.sandbox().textsTo(bo)).as("done again").hasSize(1);
      assertThat(practice.explained(bo)).contains("Ben says that it did not");

      practice.untilIn("ENDED", cy);
      assertThat(practice.sandbox().textsTo(cy)).as("asked to be left alone").isEmpty();
    }
  }

  @Test
  void whatTheCrmHasNoTimeForIsTriedAgainOrLeftOut() throws Exception {
    try (var practice = Practice.in(home)) {
      practice.line().turns(BadLine.State.BUSY);
      var ada = practice.caller("Ada", "+13015550100");
      var bo = practice.caller("Bo", "+13015550101");
      practice.untilIn("HELD", ada);
      practice.untilIn("HELD", bo);

      var shown = practice.order("retry", "--contract", "missed-call-text-back");
      assertThat(shown.out()).contains("everything is asked again now");
      assertThat(shown.err()).contains("Nothing has been ordered yet");
      var skipped =
          practice.order(
              "skip", practice.idOfRun(bo), "--reason", "We rang her", "--by", "Ben", "--yes");
      assertThat(skipped.exit()).as(skipped.err()).isZero();
      assertThat(skipped.out()).contains("goes on without sending the message");
      practice.untilIn("AWAITING", bo);
      assertThat(practice.explained(bo)).contains("Ben had the message left out: We rang her.");

      practice.line().turns(BadLine.State.FINE);
      var retried =
          practice.order("retry", "--contract", "missed-call-text-back", "--by", "Ben", "--yes");
      assertThat(retried.exit()).as(retried.out() + retried.err()).isZero();
      assertThat(retried.err()).contains("2 runs: 1 followed the order, 1 left alone.");
      practice.untilIn("AWAITING", ada);
      assertThat(practice.sandbox().textsTo(ada)).hasSize(1);
      assertThat(practice.sandbox().textsTo(bo)).isEmpty();
      assertThat(practice.order("retry", practice.idOfRun(ada), "--yes").out())
          .contains("left alone, since it listens");

      assertThat(practice.order("retry-webhooks").out()).contains("No webhook is set aside.");
      var unknown = practice.order("retry-webhooks", "7", "--yes");
      assertThat(unknown.exit()).isEqualTo(2);
      assertThat(unknown.err()).contains("no webhook 7 is set aside");
    }
  }

  @Test
  void aLaneIsReleasedByEndingTheRunThatHoldsIt() throws Exception {
    try (var practice = Practice.in(home)) {
      var ada = practice.caller("Ada", "+13015550100");
      practice.untilIn("AWAITING", ada);

      var released =
          practice.order(
              "release", "lead-follow-up", ada, "--reason", "Ann has her", "--by", "Ben", "--yes");

      assertThat(released.exit()).as(released.err()).isZero();
      practice.untilIn("ENDED", ada);
      assertThat(practice.run(ada).path("exit").asString()).isEqualTo("withdrawn");
      assertThat(practice.explained(ada))
          .contains("Ben withdrew the run: the lane lead-follow-up is to be free: Ann has her.");

      var bo = practice.sandbox().contact("Bo", "+13015550101");
      triesAStepAgain(practice, bo);
      releasesALaneBeforeWhoeverWaitsInTurn(practice, bo);
    }
  }

  private static void triesAStepAgain(Practice practice, String bo) throws Exception {
    practice.line().turns(BadLine.State.DEALS_BUSY);
    practice.sandbox().books(bo, "2026-11-20T15:00:00Z");
    practice.untilIn("COMMANDED", bo);
    var run = practice.idOfRun(bo);
    assertThat(practice.order("retry", run).out())
        .contains("is tried now, if the contact still qualifies");
    var busy = practice.order("retry", run, "--by", "Ben", "--yes");
    assertThat(busy.exit()).as(busy.out() + busy.err()).isZero();
    assertThat(practice.stateOf(bo)).isEqualTo("COMMANDED");

    practice.line().turns(BadLine.State.FINE);
    assertThat(practice.order("retry", run, "--by", "Ben", "--yes").exit()).isZero();

    practice.untilIn("WAITING", bo);
    assertThat(practice.explained(bo)).contains("Ben had it tried again.", "Waits until");
    assertThat(practice.sandbox().textsTo(bo)).as("once").hasSize(1);
  }

  private static void releasesALaneBeforeWhoeverWaitsInTurn(Practice practice, String bo)
      throws Exception {
    var holder = practice.idOfRun(bo);
    practice.sandbox().books(bo, "2026-11-25T15:00:00Z");
    practice.untilIn("QUEUED", bo);
    assertThat(practice.states(bo)).containsExactly("QUEUED", "WAITING");
    assertThat(practice.server().ask("runs", "--lanes").out())
        .contains(holder, "waits in turn: since", practice.idOfRun(bo));

    var released = practice.order("release", "lead-follow-up", bo, "--reason", "He rang", "--yes");

    assertThat(released.exit()).as(released.err()).isZero();
    practice.untilIn("WAITING", bo);
    assertThat(practice.idOfRun(bo)).isNotEqualTo(holder);
    assertThat(practice.states(bo)).containsExactly("WAITING", "ENDED");
    assertThat(practice.explained(bo))
        .contains(
            "Entered: the lane became free.", "Not sent again: a message for the same purpose");
    assertThat(practice.sandbox().textsTo(bo)).hasSize(1);
  }

  @Test
  void anExitThatCouldNotBeMadeTrueIsMadeTrueLater() throws Exception {
    try (var practice = Practice.in(home)) {
      var ada = practice.caller("Ada", "+13015550100");
      practice.untilIn("AWAITING", ada);
      practice.line().turns(BadLine.State.NO_CHANGES);
      var run = practice.idOfRun(ada);
      Patience.until(
          LONGEST,
          () -> {
            practice.order("skip", run, "--reason", "They are away", "--yes");
            return practice.stateOf(ada).equals("ENDED");
          },
          () -> practice.explained(ada));
      assertThat(practice.run(ada).path("exit").asString()).isEqualTo("no-answer");
      assertThat(practice.run(ada).path("proof").asString()).isEqualTo("UNVERIFIED");
      var endedAt = practice.run(ada).path("endedAt").asString();

      practice.line().turns(BadLine.State.FINE);
      assertThat(practice.order("retry", "--contract", "missed-call-text-back").out())
          .contains("is read back again, and made true unless the contact has gone on since");
      assertThat(practice.order("retry", run, "--by", "Ben", "--yes").exit()).isZero();

      practice.untilIn("ENDED", ada);
      assertThat(practice.run(ada).path("proof").asString()).isEqualTo("VERIFIED");
      assertThat(practice.run(ada).path("endedAt").asString()).isEqualTo(endedAt);
      assertThat(practice.explained(ada)).contains("Ben had the contact read back again.");
      assertThat(practice.order("retry", run, "--yes").out())
          .contains("left alone, since it is over; `interlock order start missed-call-text-back");
    }
  }

  @Test
  void aWebhookThatAnOlderInterlockSetAsideIsWorkedOn() throws Exception {
    try (var practice = Practice.in(home)) {
      var ada = practice.sandbox().contact("Ada", "+13015550100");
      practice.server().stop();
      setAside(practice, ada);
      practice.server().start();

      var shown = practice.order("retry-webhooks");
      assertThat(shown.exit()).as(shown.err()).isZero();
      assertThat(shown.out())
          .contains(
              "InboundMessage", "contact " + ada, "not understood then", "is worked on again");
      assertThat(practice.sandbox().textsTo(ada)).isEmpty();

      assertThat(practice.order("retry-webhooks", "--by", "Ben", "--yes").exit()).isZero();
      practice.untilIn("AWAITING", ada);
      assertThat(practice.sandbox().textsTo(ada)).hasSize(1);
      assertThat(practice.order("retry-webhooks").out()).contains("No webhook is set aside.");
    }
  }

  private static void setAside(Practice practice, String contact) throws Exception {
    var file = practice.installed().data().resolve("interlock.db");
    try (var database = DriverManager.getConnection("jdbc:sqlite:" + file);
        var insert =
            database.prepareStatement(
                """
                INSERT INTO inbox
                  (installation, delivery, order_key, kind, body, received_at, trouble)
                SELECT number, 'webhook', ?, 'InboundMessage', ?, added_at, 'not understood then'
                FROM installation
                """)) {
      insert.setString(1, contact);
      insert.setBytes(2, Practice.missedCall(contact));
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  private static int settled(Practice practice, String contact, String happened) {
    var run = practice.idOfRun(contact);
    return practice.order("settle", run, "--happened", happened, "--by", "Ben", "--yes").exit();
  }
}
