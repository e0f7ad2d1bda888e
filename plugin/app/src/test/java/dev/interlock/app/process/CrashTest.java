package dev.interlock.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.command.Shell.Said;
import dev.interlock.sandbox.records.ContactRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that is killed and stopped in the middle of its work, over and over again.
class CrashTest {
  private static final Duration LONGEST_STORY = Duration.ofMinutes(3);

  /// What SIGTERM leaves behind in every Unix.
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  @TempDir private Path home;

  @Test
  void killedAndStoppedInTheMiddleOfItsWorkItKeepsEveryPromise() throws Exception {
    var installed = Installed.in(home);
    try (var server = Server.of(installed);
        var sandbox = crowd(installed, server)) {
      server.set("INTERLOCK_CONFIG", sandbox.settings()).start();

      int midway = 0;
      untilTexted(1, sandbox, server);
      server.kill();
      midway += openRuns(server).size();
      server.start();

      untilTexted(2, sandbox, server);
      server.kill();
      midway += openRuns(server).size();
      server.start();

      untilTexted(4, sandbox, server);
      assertThat(server.stop()).isEqualTo(ENDED_BY_SIGTERM);
      midway += openRuns(server).size();
      // whoever answers at once may have ended a run by the time that one of the three stops it
      assertThat(midway).as("runs that were stopped in the middle").isPositive();
      int doubts = doubts(server);
      server.start();

      untilOver(sandbox, server);
      assertThat(server.stop()).isEqualTo(ENDED_BY_SIGTERM);

      assertThat(doubts(server)).as("SIGTERM leaves nothing in doubt").isEqualTo(doubts);
      provesEveryPromise(sandbox, server);
      hasForgottenNobody(sandbox, server);
    }
  }

  /// Six people who appear within six hours and react within a few more, each in another way and
  /// none by booking: half a minute at a speed at which a call to the CRM still takes seconds.
  private static SandboxProcess crowd(Installed installed, Server server) throws Exception {
    return SandboxProcess.start(
        installed, server.webhooks(), "--people", "6", "--seed", "40487", "--speed", "1500");
  }

  /// Texts are counted where they arrive: the server may not know yet that the last one did.
  private static void untilTexted(int people, SandboxProcess sandbox, Server server)
      throws Exception {
    Patience.until(LONGEST_STORY, () -> sandbox.texted() >= people, server::said);
  }

  private static void untilOver(SandboxProcess sandbox, Server server) throws Exception {
    Patience.until(
        LONGEST_STORY,
        () -> sandbox.isOver() && server.waiting() == 0 && prove(sandbox, server).exit() == 0,
        () -> prove(sandbox, server).out() + server.said());
  }

  private static Said prove(SandboxProcess sandbox, Server server) {
    return server.ask("prove", "--json", "--sandbox", sandbox.url().toString());
  }

  private static void provesEveryPromise(SandboxProcess sandbox, Server server) {
    var said = prove(sandbox, server);
    var outcome = JsonMapper.shared().readTree(said.out());

    assertThat(outcome.get("problems")).as(server::said).isEmpty();
    assertThat(outcome.get("duplicateMessages").asInt()).isZero();
    assertThat(outcome.get("backwardMoves").asInt()).isZero();
    assertThat(outcome.get("unverifiedExits").asInt()).isZero();
    assertThat(outcome.get("complete").asBoolean()).isTrue();
    assertThat(said.exit()).isZero();
  }

  /// Everybody appears with a wish, so that for each of them the workflow for it has begun, or has
  /// a reason why not.
  private static void hasForgottenNobody(SandboxProcess sandbox, Server server) throws Exception {
    var wishes = sandbox.records().contacts().stream().map(CrashTest::wish).toList();
    var heard = new HashSet<String>();
    runs(server).forEach(run -> heard.add(said(run, "name", "contract")));
    JsonMapper.shared()
        .readTree(prove(sandbox, server).out())
        .get("refusals")
        .forEach(refusal -> heard.add(said(refusal, "contact", "workflow")));

    assertThat(wishes).hasSize(6);
    assertThat(heard).containsAll(wishes);
  }

  private static String wish(ContactRow person) {
    return person.name()
        + (person.tags().contains("web lead") ? ": speed-to-lead" : ": missed-call-text-back");
  }

  private static String said(JsonNode json, String person, String workflow) {
    return json.get(person).asString() + ": " + json.get(workflow).asString();
  }

  private static JsonNode openRuns(Server server) {
    return runs(server, "--open");
  }

  private static JsonNode runs(Server server, String... options) {
    var words = Stream.concat(Stream.of("runs", "--json"), Stream.of(options));
    var said = server.ask(words.toArray(String[]::new));
    assertThat(said.exit()).as(said.err()).isZero();
    return JsonMapper.shared().readTree(said.out());
  }

  /// How often a start found something of which nobody knew what had become.
  private static int doubts(Server server) {
    return server.said().split("under way when the former process ended: [1-9]", -1).length - 1;
  }
}
