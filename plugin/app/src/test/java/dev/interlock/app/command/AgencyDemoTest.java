package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An agency, its three practices, and a whole Interlock that works for all of them in one process.
class AgencyDemoTest {
  @TempDir private Path home;
  @TempDir private Path data;

  private Shell.Said told(String... more) {
    var words = new ArrayList<>(List.of("demo", "--agency", "--once"));
    words.addAll(List.of(more));
    return Shell.with(home).run(words.toArray(String[]::new));
  }

  @Test
  void keepsAllItsPromisesForThreeAccountsOfWhichOneLeavesAndComesBack() {
    var said = told("--json", "--people", "12", "--data", data.toString());
    JsonNode outcome = JsonMapper.shared().readTree(said.out());

    assertThat(outcome.get("problems")).isEmpty();
    assertThat(outcome.get("ok").asBoolean()).isTrue();
    assertThat(outcome.get("installations").asInt()).isEqualTo(3);
    assertThat(outcome.get("crossings").asInt()).isZero();
    assertThat(outcome.get("refreshed").asLong()).isPositive();
    assertThat(outcome.get("missingBefore").asLong()).isPositive();
    assertThat(outcome.get("missingAfter").asLong()).isZero();
    assertThat(outcome.get("workflowsBegun").asLong())
        .isEqualTo(outcome.get("accounts").get(0).get("runs").asLong());
    assertThat(outcome.get("accounts"))
        .allSatisfy(account -> assertThat(account.get("runs").asLong()).isPositive());
    assertThat(outcome.get("accounts").get(2).get("withdrawn").asLong()).isPositive();
    assertThat(said.exit()).isZero();
    whatHappenedCanBeAskedAfterwards();
  }

  private void whatHappenedCanBeAskedAfterwards() {
    var accounts = Shell.with(home).run("accounts", "--data", data.toString());
    assertThat(accounts.out())
        .contains("Hillside Dental  connected", "Lakeside Dental  connected")
        .containsPattern("missed-call-text-back [0-9a-f]{8}")
        .contains(" 0 under way, ");
    var json = Shell.with(home).run("accounts", "--json", "--data", data.toString());
    assertThat(JsonMapper.shared().readTree(json.out()))
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.get("state").asString()).isEqualTo("connected"));
    var which = Shell.with(home).run("runs", "--data", data.toString());
    assertThat(which.exit()).isEqualTo(2);
    assertThat(which.err()).contains("several accounts", "INTERLOCK_HIGHLEVEL_LOCATION_ID");
    var one =
        Shell.with(home)
            .set("INTERLOCK_HIGHLEVEL_LOCATION_ID", "HillsideDental000001")
            .run("runs", "--data", data.toString());
    assertThat(one.exit()).isZero();
  }
}
