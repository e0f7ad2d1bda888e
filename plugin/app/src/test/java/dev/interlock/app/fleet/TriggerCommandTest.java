package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.modules.Filter;
import dev.interlock.sandbox.records.ExecutionRow;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What workflows of the CRM wait for, and what they could not be told, is seen to from the command
/// line.
class TriggerCommandTest {
  @TempDir private Path folder;
  @TempDir private Path home;
  @AutoClose private ServedTriggers triggers;

  @BeforeEach
  void serve() {
    triggers = new ServedTriggers(folder, home);
  }

  @Test
  void whatWasRefusedIsToldAgainByACommand() {
    triggers.modules().add(RIVERSIDE, triggers.workflow(RIVERSIDE, "Here"));
    triggers.served().settle();
    triggers.modules().refuse(400);
    triggers.served().somebodyCalls(RIVERSIDE);
    var run = triggers.served().runs(RIVERSIDE).getFirst().run().text();

    var shown = triggers.order("retry-endings");
    assertThat(shown.out()).contains(run, "hello ended with noted", "is told again");
    assertThat(shown.err()).contains("Nothing has been ordered yet.");
    triggers.served().settle();
    assertThat(triggers.modules().executions()).hasSize(1);

    var done = triggers.order("retry-endings", run, "--by", "Ben", "--yes");
    triggers.served().settle();

    assertThat(done.exit()).as(done.err() + done.out()).isZero();
    assertThat(triggers.modules().executions())
        .extracting(ExecutionRow::status)
        .containsExactly(400, 200);
    assertThat(triggers.attention()).isEmpty();
    assertThat(triggers.order("retry-endings").out()).contains("Every workflow of the CRM");
    assertThat(triggers.order("retry-endings", run, "--yes").exit()).isEqualTo(2);
    assertThat(triggers.explained())
        .contains("was not told of this end", "Ben had the CRM's workflow");
  }

  @Test
  void whatWasRefusedCanBeLetBe() {
    triggers.modules().add(RIVERSIDE, triggers.workflow(RIVERSIDE, "Here"));
    triggers.served().settle();
    triggers.modules().refuse(400);
    triggers.served().somebodyCalls(RIVERSIDE);

    var done = triggers.order("retry-endings", "--let-be", "--yes", "--json");
    triggers.served().passes(Duration.ofDays(1));

    assertThat(done.out()).contains("\"outcome\" : \"done\"");
    assertThat(triggers.modules().executions()).hasSize(1);
    assertThat(triggers.attention()).isEmpty();
  }

  @Test
  void thePageAndTheCommandShowWhichWorkflowWaitsForWhat() {
    triggers
        .modules()
        .add(RIVERSIDE, "wf-a", Filter.of("contract", "hello"), Filter.of("exit", "noted"));
    triggers.modules().add(RIVERSIDE, "wf-b");
    triggers.served().settle();

    assertThat(triggers.served().get("/").body())
        // a card has as many parts as its style has rows
        .containsPattern("<div>\\s*<p class=\"details\">Workflows of the CRM that begin")
        .contains("hello ending with noted</span> <code>wf-a</code>")
        .contains("any contract ending by any exit</span> <code>wf-b</code>")
        .doesNotContain("Never begins");
    assertThat(triggers.accounts().out())
        .contains("the CRM's workflow wf-a waits for hello ending with noted");

    triggers.modules().add(RIVERSIDE, "wf-c", Filter.of("contract", "tea-time"));
    triggers.modules().add(RIVERSIDE, "wf-d", Filter.of("mood", "good"));
    triggers.served().settle();
    assertThat(triggers.served().get("/").body())
        .contains("Never begins: nothing of that name is live here.")
        .contains("Never begins: there is no filter");
    var said = triggers.accounts();
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("never begins: there is no filter 'mood'");
  }
}
