package dev.interlock.app.fleet;

import static dev.interlock.app.fleet.ServedTriggers.SECRET;
import static dev.interlock.app.fleet.ServedTriggers.TARGET;
import static dev.interlock.app.fleet.ServedTriggers.json;
import static dev.interlock.app.fleet.ServedTriggers.told;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.action.CallGuard;
import dev.interlock.engine.store.Subscriptions.Heard;
import dev.interlock.engine.store.Subscriptions.Subscription;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The CRM tells which of its workflows wait for an end, in calls of which none is taken for what
/// it is not.
class TriggerSubscriptionTest {
  @TempDir private Path folder;
  @TempDir private Path home;
  @AutoClose private ServedTriggers triggers;

  @BeforeEach
  void serve() {
    triggers = new ServedTriggers(folder, home);
  }

  @Test
  void nobodyWithoutTheSecretIsListenedTo() {
    var call = told(RIVERSIDE, "CREATED", "[]", TARGET);

    assertThat(triggers.served().post("/triggers/subscription", call).statusCode()).isEqualTo(401);
    assertThat(
            triggers
                .served()
                .post("/triggers/subscription", call, CallGuard.SECRET, "a secret of sixteeN")
                .statusCode())
        .isEqualTo(401);
    var forged =
        triggers
            .served()
            .post(
                "/triggers/subscription",
                call,
                CallGuard.SECRET,
                ServedFleet.ACTION_SECRET,
                "X-GHL-Signature",
                "A".repeat(86) + "==");
    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(triggers.served().get("/triggers/options").statusCode()).isEqualTo(401);
    assertThat(triggers.served().get("/actions/options").statusCode()).isEqualTo(401);
    assertThat(triggers.subscriptions()).isEmpty();
  }

  @Test
  void whatIsNoCallIsToldSo() {
    assertThat(triggers.tells("{").statusCode()).isEqualTo(400);
    assertThat(triggers.tells("[]").statusCode()).isEqualTo(400);
    assertThat(triggers.tells("{\"triggerData\": 7}").statusCode()).isEqualTo(400);
    assertThat(triggers.tells("RENAMED", "[]", TARGET).statusCode()).isEqualTo(400);
    assertThat(triggers.tells("created", "[]", TARGET).statusCode()).isEqualTo(400);
    assertThat(
            triggers
                .tells(told(RIVERSIDE, "CREATED", "[]", TARGET).replace("\"t1\"", "\"\""))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            triggers
                .tells(
                    told(RIVERSIDE, "CREATED", "[]", TARGET)
                        .replace("\"t1\"", "\"" + "t".repeat(201) + "\""))
                .statusCode())
        .isEqualTo(400);
    assertThat(triggers.tells(told("nowhere", "CREATED", "[]", TARGET)).statusCode())
        .isEqualTo(404);
    assertThat(triggers.tells(" ".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(triggers.subscriptions()).isEmpty();
  }

  @Test
  void aTriggerThatIsNotUnderstoodIsKeptWithTheReasonAndNeverFires() {
    var operator =
        triggers.tells(
            "CREATED",
            "[{\"field\": \"exit\", \"operator\": \"contains\", \"value\": \"n\"}]",
            TARGET);
    assertThat(operator.statusCode()).isEqualTo(422);
    assertThat(json(operator).get("reason").asString()).contains("'contains'").contains("'exit'");

    var field =
        triggers.tells(
            "UPDATED", "[{\"field\": \"mood\", \"operator\": \"==\", \"value\": \"n\"}]", TARGET);
    assertThat(json(field).get("reason").asString()).contains("no filter 'mood'");

    var elsewhere =
        triggers.tells(
            "UPDATED", "[]", "https://evil.example/workflows-marketplace/triggers/execute/a");
    assertThat(elsewhere.statusCode()).isEqualTo(422);
    assertThat(json(elsewhere).get("reason").asString()).contains("targetUrl");

    assertThat(triggers.tells("UPDATED", "\"all\"", TARGET).statusCode()).isEqualTo(422);
    triggers.served().somebodyCalls(RIVERSIDE);
    assertThat(triggers.modules().executions()).isEmpty();
    assertThat(triggers.subscriptions())
        .singleElement()
        .satisfies(each -> assertThat(each.fault()).contains("filters are no list"));
  }

  @Test
  void filtersAreUnderstoodInAllTheFormsThatMeanOneThing() {
    triggers.tells(
        "CREATED",
        """
        [{"field": "contract", "operator": "==", "value": ["hello", {"label": "B", "value": "b"}]},
         {"id": "exit", "operator": "Is any of", "value": "noted"},
         {"field": "exit", "value": ""}]
        """,
        TARGET);

    assertThat(triggers.subscriptions())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.fault()).isEmpty();
          assertThat(each.contracts()).hasToString("[hello, b]");
          assertThat(each.exits()).hasToString("[noted]");
        });
  }

  @Test
  void whatComesAfterADeletionIsHeldToBeOlderForAMinute() {
    assertThat(triggers.tells("DELETED", "[]", TARGET).statusCode()).isEqualTo(200);

    var late = triggers.tells("CREATED", "[]", TARGET);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(triggers.tells("UPDATED", "[]", TARGET).statusCode()).isEqualTo(409);
    assertThat(triggers.subscriptions())
        .extracting(Subscription::heard)
        .containsExactly(Heard.DELETED);

    triggers.served().passes(Duration.ofMinutes(1));
    assertThat(triggers.tells("CREATED", "[]", TARGET).statusCode()).isEqualTo(200);
    assertThat(triggers.subscriptions())
        .extracting(Subscription::heard)
        .containsExactly(Heard.CREATED);
  }

  @Test
  void aCreationThatComesAfterAChangeIsOlder() {
    String chosen = "[{\"field\": \"exit\", \"operator\": \"==\", \"value\": \"noted\"}]";
    triggers.tells("UPDATED", chosen, TARGET);

    var older = triggers.tells("CREATED", "[]", TARGET);

    assertThat(older.statusCode()).isEqualTo(200);
    assertThat(json(older).get("outcome").asString()).isEqualTo("known");
    assertThat(triggers.subscriptions())
        .singleElement()
        .satisfies(each -> assertThat(each.exits()).hasToString("[noted]"));
  }
}
