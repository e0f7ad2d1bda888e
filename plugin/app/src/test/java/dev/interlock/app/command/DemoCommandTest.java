package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The whole product in one process: library jar, sandbox, HTTP both ways, database, proof.
class DemoCommandTest {
  @TempDir private Path home;
  @TempDir private Path data;
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void install() {
    shell = Shell.with(home);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 5})
  void anySeedKeepsItsPromises(long seed) {
    var said =
        shell.run("demo", "--once", "--json", "--people", "20", "--seed", String.valueOf(seed));
    var outcome = JsonMapper.shared().readTree(said.out());

    assertThat(outcome.get("problems")).isEmpty();
    assertThat(outcome.get("ok").asBoolean()).isTrue();
    assertThat(outcome.get("duplicateMessages").asInt()).isZero();
    assertThat(outcome.get("backwardMoves").asInt()).isZero();
    assertThat(outcome.get("unverifiedExits").asInt()).isZero();
    assertThat(outcome.get("overstayed").asInt()).isPositive();
    assertThat(outcome.get("mistold").asInt()).isZero();
    assertThat(outcome.get("runs").asInt()).isPositive();
    assertThat(outcome.get("exits").propertyNames())
        .containsExactly("appointment-reminders", "missed-call-text-back", "speed-to-lead");
    assertThat(outcome.get("refusals").get(0).get("reasons").get(0).asString()).isNotBlank();
    assertThat(outcome.get("seconds").asDouble()).isPositive();
    assertThat(said.exit()).isZero();
  }

  @Test
  void whatHappenedCanBeAskedAfterwards() {
    var told = shell.run("demo", "--once", "--people", "8", "--data", data.toString());
    assertThat(told.out())
        .contains("Missed-call text-back", "Not admitted", "0 duplicate messages")
        .contains("all exits verified")
        .containsPattern("holds +raised: every deal that stands too long, and no other \\([1-9]");

    var runs = shell.run("runs", "--data", data.toString(), "--json");
    var first = JsonMapper.shared().readTree(runs.out()).get(0);
    var contact = first.get("contact").asString();

    var byId = shell.run("explain", "--data", data.toString(), contact);
    assertThat(byId.exit()).isZero();
    assertThat(byId.out())
        .doesNotContain("HighLevel", "GHL")
        .contains(first.get("name").asString(), "America/New_York", "Read back:", "Entered:");
    var byName = shell.run("explain", "--data", data.toString(), first.get("name").asString());
    assertThat(byName.out()).isEqualTo(byId.out());
    var json = shell.run("explain", "--json", "--data", data.toString(), contact);
    assertThat(JsonMapper.shared().readTree(json.out()).get("story")).isNotEmpty();
    var nobody = shell.run("explain", "--data", data.toString(), "Nobody At All");
    assertThat(nobody.exit()).isEqualTo(1);
    assertThat(nobody.err()).contains("Nobody At All");
  }

  @Test
  void thereIsNothingToAskWhereNothingRan() {
    var said = shell.run("runs", "--data", data.toString());

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("nothing has run with this data folder");
  }

  @Test
  void aCrowdThatIsNoneIsRefused() {
    var said = shell.run("demo", "--once", "--people", "-1");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("--people is -1");
  }
}
