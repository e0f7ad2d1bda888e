package dev.interlock.app.fleet;

import static dev.interlock.app.fleet.ServedTriggers.TARGET;
import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.engine.store.Subscriptions.Heard;
import dev.interlock.engine.store.Subscriptions.Subscription;
import dev.interlock.sandbox.modules.Filter;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.records.ExecutionRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workflows inside the CRM begin when contracts end.
class TriggerTest {
  @TempDir private Path folder;
  @TempDir private Path home;
  @AutoClose private ServedTriggers triggers;

  @BeforeEach
  void serve() {
    triggers = new ServedTriggers(folder, home);
  }

  @Test
  void aWorkflowBeginsWhenAContractEnds() {
    String workflow = triggers.workflow(RIVERSIDE, "After a hello");
    String trigger =
        triggers
            .modules()
            .add(RIVERSIDE, workflow, Filter.of("contract", "hello"), Filter.of("exit", "noted"));
    triggers.served().settle();
    assertThat(triggers.lastCall().status()).as(triggers.lastCall().answer()).isEqualTo(200);
    assertThat(triggers.modules().executions()).isEmpty();

    var contact = triggers.served().somebodyCalls(RIVERSIDE);

    var run = triggers.served().runs(RIVERSIDE).getFirst().run();
    assertThat(triggers.modules().executions()).hasSize(1);
    ExecutionRow fired = triggers.modules().executions().getFirst();
    assertThat(fired.status()).isEqualTo(200);
    assertThat(fired.triggerId()).isEqualTo(trigger);
    assertThat(fired.payload())
        .containsEntry("id", run + "/" + trigger)
        .containsEntry("contract", "hello")
        .containsEntry("exit", "noted")
        .containsEntry("meaning", "It is written down.")
        .containsEntry("contactId", contact.text())
        .containsEntry("locationId", RIVERSIDE)
        .containsKey("endedAt")
        .doesNotContainKey("opportunityId");
    assertThat(triggers.members(RIVERSIDE, workflow)).containsExactly(contact.text());
    triggers.served().passes(Duration.ofDays(2));
    assertThat(triggers.modules().executions()).hasSize(1);
    assertThat(triggers.served().agency().records().crossings()).isEmpty();
  }

  @Test
  void oneWorkflowStartsAContractAndItsEndStartsAnother() {
    String first = triggers.workflow(RIVERSIDE, "Says hello");
    String second = triggers.workflow(RIVERSIDE, "After a hello");
    triggers.modules().addStep(first, "hello");
    triggers.modules().add(RIVERSIDE, second, Filter.of("contract", "hello"));
    triggers.served().settle();
    var world = triggers.served().agency().location(RIVERSIDE).world();
    world.change(() ->
        world
            .contacts()
            .create(
                Map.of("firstName", "Ada", "phone", "+15550100077"), person -> person, By.PERSON));
    triggers.served().settle();
    String ada = world.contacts().withDetail("phone", "+15550100077").orElseThrow().id();

    world.change(() -> world.workflows().join(first, ada, By.STAFF));
    triggers.served().settle();

    assertThat(triggers.modules().calls())
        .filteredOn(row -> row.what().equals("ACTION"))
        .singleElement()
        .satisfies(row -> assertThat(row.answer()).contains("started"));
    assertThat(triggers.members(RIVERSIDE, second)).containsExactly(ada);
  }

  @Test
  void onlyTheTriggersOfTheAccountWithTheRightChoiceFire() {
    String here = triggers.workflow(RIVERSIDE, "Here");
    String there = triggers.workflow(LAKESIDE, "There");
    triggers.modules().add(RIVERSIDE, here, Filter.of("exit", "withdrawn"));
    triggers.modules().add(RIVERSIDE, here, Filter.of("contract", "tea-time"));
    String any = triggers.modules().add(RIVERSIDE, here);
    triggers.modules().add(LAKESIDE, there);
    triggers.served().settle();

    triggers.served().somebodyCalls(RIVERSIDE);

    assertThat(triggers.modules().executions())
        .extracting(ExecutionRow::triggerId)
        .containsExactly(any);
  }

  @Test
  void aTriggerThatIsChangedOrRemovedIsHeeded() {
    String workflow = triggers.workflow(RIVERSIDE, "Here");
    String trigger = triggers.modules().add(RIVERSIDE, workflow, Filter.of("exit", "withdrawn"));
    triggers.served().settle();
    triggers.modules().change(trigger, Filter.of("exit", "noted"));
    triggers.served().somebodyCalls(RIVERSIDE);
    assertThat(triggers.modules().executions()).hasSize(1);

    triggers.modules().remove(trigger);
    triggers.served().settle();
    assertThat(triggers.lastCall().status()).isEqualTo(200);
    triggers.served().somebodyCalls(RIVERSIDE);
    assertThat(triggers.modules().executions()).hasSize(1);
    assertThat(triggers.subscriptions())
        .extracting(Subscription::heard)
        .containsExactly(Heard.DELETED);
  }

  @Test
  void whatCannotBeToldNowIsToldLaterAlsoAfterARestart() {
    triggers.modules().add(RIVERSIDE, triggers.workflow(RIVERSIDE, "Here"));
    triggers.served().settle();
    triggers.modules().refuse(503, 503, 429);
    var contact = triggers.served().somebodyCalls(RIVERSIDE);
    triggers.served().stop();
    triggers.served().start(triggers.key());

    triggers.served().passes(Duration.ofMinutes(10));

    assertThat(triggers.modules().executions().getLast().status()).isEqualTo(200);
    assertThat(triggers.modules().executions())
        .extracting(row -> row.payload().get("contactId"))
        .hasSize(4)
        .containsOnly(contact.text());
    assertThat(triggers.modules().executions())
        .extracting(row -> row.payload().get("id"))
        .containsOnly(triggers.modules().executions().getFirst().payload().get("id"));
    assertThat(triggers.attention()).isEmpty();
  }

  @Test
  void aTokenThatIsRefusedIsRenewedOnceAndThenItIsForGood() {
    triggers.modules().add(RIVERSIDE, triggers.workflow(RIVERSIDE, "Here"));
    triggers.served().settle();
    triggers.modules().refuse(401);
    triggers.served().somebodyCalls(RIVERSIDE);
    assertThat(triggers.modules().executions())
        .extracting(ExecutionRow::status)
        .containsExactly(401, 200);
    assertThat(triggers.attention()).isEmpty();

    triggers.modules().refuse(401, 401);
    triggers.served().somebodyCalls(RIVERSIDE);
    triggers.served().passes(Duration.ofHours(1));

    assertThat(triggers.modules().executions())
        .extracting(ExecutionRow::status)
        .containsExactly(401, 200, 401, 401);
    assertThat(triggers.attention())
        .singleElement()
        .asString()
        .contains("does not accept our token");
  }

  @Test
  void whatIsRefusedForGoodIsRaisedForAPerson() {
    triggers.modules().add(RIVERSIDE, triggers.workflow(RIVERSIDE, "Here"));
    triggers.served().settle();
    triggers.modules().refuse(400);

    triggers.served().somebodyCalls(RIVERSIDE);

    assertThat(triggers.attention()).singleElement().asString().contains("hello ended with noted");
    triggers.served().passes(Duration.ofDays(2));
    assertThat(triggers.modules().executions()).hasSize(1);
    assertThat(triggers.served().get("/accounts/" + RIVERSIDE + "/").body())
        .contains("was not told that");
  }

  @Test
  void nothingIsToldOfAnAccountThatUninstalledTheApp() {
    triggers.modules().add(RIVERSIDE, triggers.workflow(RIVERSIDE, "Here"));
    triggers.served().settle();
    triggers.modules().refuse(503);
    triggers.served().somebodyCalls(RIVERSIDE);
    int before = triggers.modules().executions().size();
    triggers.served().agency().uninstall(RIVERSIDE);

    triggers.served().passes(Duration.ofDays(1));

    assertThat(triggers.modules().executions()).hasSize(before);
    assertThat(triggers.attention()).isEmpty();
    assertThat(triggers.tells("CREATED", "[]", TARGET).statusCode()).isEqualTo(404);
    assertThat(triggers.tells("DELETED", "[]", TARGET).statusCode()).isEqualTo(200);
  }
}
