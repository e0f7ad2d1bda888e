package dev.interlock.app.fleet;

import static dev.interlock.app.fleet.ServedTriggers.SECRET;
import static dev.interlock.app.fleet.ServedTriggers.json;
import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever sets up a step or a trigger in the CRM is offered what there is to choose.
class TriggerOptionsTest {
  @TempDir private Path folder;
  @TempDir private Path home;
  @AutoClose private ServedTriggers triggers;

  @BeforeEach
  void serve() {
    triggers = new ServedTriggers(folder, home);
  }

  @Test
  void theActionOffersWhatMayBeStartedSo() {
    var here = triggers.served().get("/actions/options?locationId=" + RIVERSIDE, SECRET);
    var there = triggers.served().get("/actions/options?locationId=" + LAKESIDE, SECRET);
    var dynamic =
        triggers
            .served()
            .post(
                "/actions/options",
                "{\"extras\": {\"locationId\": \"" + RIVERSIDE + "\"}}",
                SECRET);

    assertThat(here.body()).isEqualTo("{\"options\":[{\"label\":\"Hello\",\"value\":\"hello\"}]}");
    assertThat(there.body()).doesNotContain("hello").doesNotContain("missed-call-text-back");
    assertThat(json(dynamic).at("/inputs/0/fields/0/options/0/value").asString())
        .isEqualTo("hello");
    assertThat(json(dynamic).at("/inputs/0/fields/0/field").asString()).isEqualTo("contract");
  }

  @Test
  void theTriggerOffersContractsAndTheirExits() {
    var exits =
        triggers.served().get("/triggers/options?field=exit&locationId=" + RIVERSIDE, SECRET);
    var dynamic =
        json(
            triggers
                .served()
                .post(
                    "/triggers/options",
                    "{\"data\": {\"contract\": \"missed-call-text-back\"}, \"extras\": {\"locationId\": \""
                        + LAKESIDE
                        + "\"}}",
                    SECRET));

    assertThat(exits.body()).contains("\"noted\"").contains("\"withdrawn\"").doesNotContain("cold");
    assertThat(
            dynamic
                .at("/filters/0/options")
                .valueStream()
                .map(each -> each.get("value").asString()))
        .contains("missed-call-text-back")
        .doesNotContain("hello");
    assertThat(dynamic.at("/filters/1/field").asString()).isEqualTo("exit");
    assertThat(dynamic.at("/filters/1/options").size()).isGreaterThan(3);
  }

  @Test
  void anAccountThatIsNotNamedIsShownNothingThatAnotherHasOfItsOwn() {
    assertThat(triggers.served().get("/triggers/options?field=contract", SECRET).body())
        .isEqualTo("{\"options\":[]}");
    assertThat(triggers.served().get("/triggers/options?locationId=nowhere", SECRET).statusCode())
        .isEqualTo(404);
  }
}
