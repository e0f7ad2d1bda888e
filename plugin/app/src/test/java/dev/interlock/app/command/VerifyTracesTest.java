package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.plugin.Acme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyTracesTest {
  @TempDir private Path home;
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void install() {
    shell = Shell.with(home);
  }

  private Path flawed() {
    return Talkers.in(home.resolve("flawed"));
  }

  private JsonNode verified(Path folder, Path traces) {
    var said =
        shell.run("verify", folder.toString(), "--json", "--traces", traces.toString()).out();
    return JsonMapper.shared().readTree(said);
  }

  @Test
  void everyStoryPlaysAgainAndBreaksTheRuleOfItsFindingIfAnyoneWatchesForIt() {
    var flawed = flawed();

    var findings = verified(flawed, home.resolve("traces")).get("findings");

    List<String> rules = new ArrayList<>();
    for (var finding : findings) {
      var file = finding.get("trace").asString();
      assertThat(file.isEmpty())
          .isNotEqualTo(finding.at("/evidence/kind").asString().equals("played"));
      if (file.isEmpty()) {
        continue;
      }
      var rule = finding.get("rule").asString();
      var again = shell.run("simulate", flawed.toString(), "--trace", file);
      assertThat(finding.get("replay").asString())
          .isEqualTo("interlock simulate " + flawed + " --trace " + file);
      if (finding.get("watched").asBoolean()) {
        rules.add(rule);
        assertThat(again.exit()).as(rule).isEqualTo(1);
        assertThat(again.out()).contains("error[" + rule + "]");
      } else {
        assertThat(again.out()).doesNotContain("error[" + rule + "]");
      }
    }
    assertThat(rules).contains("E-CONTACT-CONTESTED");
  }

  @Test
  void aStoryIsCalledByWhatItShowsEachTimeTheSame() {
    var flawed = flawed();
    var traces = home.resolve("deep/traces");

    var once = verified(flawed, traces);

    assertThat(traces.resolve("e-contact-contested_here_there.json")).exists();
    assertThat(verified(flawed, traces)).isEqualTo(once);
  }

  @Test
  void peopleReadWhereTheStoryLiesAndWhatPlaysIt() {
    var flawed = flawed();
    var traces = home.resolve("my traces");

    var said = shell.run("verify", flawed.toString(), "--traces", traces.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out().replaceAll("\\s+", " "))
        .contains("= trace: " + traces.resolve("e-contact-contested_here_there.json"))
        .contains(
            "interlock simulate %s --trace '%s'"
                .formatted(flawed, traces.resolve("e-contact-contested_here_there.json")));
  }

  @Test
  void nothingIsWrittenWhereNothingWasPlayed() {
    Acme.in(home.resolve("sound"), Acme.CONTRACT);
    var traces = home.resolve("traces");

    var said = shell.run("verify", home.resolve("sound").toString(), "--traces", traces.toString());

    assertThat(said.exit()).isZero();
    assertThat(traces).isEmptyDirectory();
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidBeforeAnythingIsVerified() throws java.io.IOException {
    var file = Files.writeString(home.resolve("file"), "");

    var said = shell.run("verify", "--traces", file.toString());

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains(file + " cannot be made a folder for stories");
  }

  @Test
  void aBrokenShapeIsSaidToKeepTheProofWaiting() {
    Acme.in(home.resolve("loose"), Acme.CONTRACT.replace("\"Front desk\"", "\"Nobody\""));

    var text = shell.run("verify", home.resolve("loose").toString()).out();
    var json = verified(home.resolve("loose"), home.resolve("traces"));

    assertThat(text)
        .contains("not proved, because of E-NAME-UNBOUND; mend these first: what can happen");
    assertThat(json.at("/proof/state").asString()).isEqualTo("barred");
    assertThat(json.at("/proof/barredBy/0").asString()).isEqualTo("E-NAME-UNBOUND");
    assertThat(shell.run("verify", home.resolve("loose").toString(), "--sarif").out())
        .contains("toolExecutionNotifications", "mend these first");
  }
}
