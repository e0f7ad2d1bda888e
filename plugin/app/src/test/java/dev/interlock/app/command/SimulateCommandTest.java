package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {
  private static final String CALL_AND_REPLY =
      """
      {"opening": {"firstName": "Ana"},
       "beats": [
         {"act": "calls-and-is-missed"},
         {"after": "PT20M", "act": "writes", "channel": "sms", "text": "Call me, please"},
         {"after": "P1D", "act": "passes"}]}
      """;

  /// The deal stands in Won when the run hears that the visit was cancelled.
  private static final String CANCELS_AFTER_WON =
      """
      {"pace": "stepwise",
       "beats": [
         {"act": "books", "calendar": "Consultation", "ahead": "P3D"},
         {"act": "command-ends", "contract": "appointment-reminders", "answer": "done"},
         {"act": "heard-late", "late": "PT1H",
          "what": {"act": "deal-moved", "pipeline": "Sales", "stage": "Won", "by": "staff"}},
         {"act": "cancels"},
         {"act": "command-ends", "contract": "appointment-reminders", "answer": "done"}]}
      """;

  @TempDir private Path home;
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void install() {
    shell = Shell.with(home);
  }

  private String trace(String story) throws IOException {
    return Files.writeString(home.resolve("trace.json"), story).toString();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void tellsAStoryLineByLine() throws IOException {
    var said = shell.run("simulate", "--trace", trace(CALL_AND_REPLY));

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out().lines())
        .startsWith("2026-03-02T10:00 a call of the contact was missed")
        .anyMatch(line -> line.startsWith("2026-03-02T10:20 the contact replied"))
        .anyMatch(line -> line.contains("Leaves by with-front-desk"))
        .endsWith("no rule is broken");
  }

  @Test
  void namesTheRuleThatAStoryBreaks() throws IOException {
    var said = shell.run("simulate", "--trace", trace(CANCELS_AFTER_WON));

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains(
            "error[E-STAGE-BACKWARD]: *appointment-reminders* moves the deal back from Won to"
                + " Engaged by *cancelled*",
            "1 rule is broken");
  }

  @Test
  void tellsMachinesTheSame() throws IOException {
    var clean = json(shell.run("simulate", "--json", "--trace", trace(CALL_AND_REPLY)).out());
    assertThat(clean.get("ok").asBoolean()).isTrue();
    assertThat(clean.get("story").size()).isGreaterThan(5);
    assertThat(clean.get("breaches").size()).isZero();

    var broken = json(shell.run("simulate", "--json", "--trace", trace(CANCELS_AFTER_WON)).out());
    assertThat(broken.get("ok").asBoolean()).isFalse();
    assertThat(broken.get("breaches").get(0).get("rule").asString()).isEqualTo("E-STAGE-BACKWARD");
    assertThat(broken.get("breaches").get(0).get("parties").get(0).asString())
        .isEqualTo("appointment-reminders");
  }

  @Test
  void saysWhichBeatCannotBePlayed() throws IOException {
    var said =
        shell.run(
            "simulate",
            "--trace",
            trace("{\"beats\": [{\"act\": \"passes\"}, {\"act\": \"cancels\"}]}"));

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).contains("beat 2: the contact has no appointment");
  }

  @Test
  void saysWhatIsWrongWithAFileThatTellsNoStory() throws IOException {
    var wrong = shell.run("simulate", "--trace", trace("{\"beats\": [{\"act\": \"sings\"}]}"));
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err()).contains("tells no story", "beats 1, act: there is no act 'sings'");

    var broken = shell.run("simulate", "--trace", trace("{\n  \"beats\": [\n"));
    assertThat(broken.exit()).isEqualTo(2);
    assertThat(broken.err()).contains("trace.json, line ", "is no JSON");

    var missing = shell.run("simulate", "--trace", home.resolve("nowhere.json").toString());
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("nowhere.json cannot be read");
  }

  @Test
  void saysWhenAStoryNamesAStageThatIsNotThere() throws IOException {
    var said =
        shell.run(
            "simulate",
            "--trace",
            trace(
                "{\"opening\": {\"deals\": [{\"pipeline\": \"Sales\", \"stage\": \"Nirvana\"}]}}"));

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).contains("the opening: the pipeline Sales has no stage Nirvana");
  }

  @Test
  void letsPeopleLiveAndWritesTheStoriesOfWhatTheyBreak() throws IOException {
    Path flawed = Talkers.in(home.resolve("flawed"));
    Path stories = home.resolve("stories");

    var said =
        shell.run(
            "simulate",
            flawed.toString(),
            "--lives",
            "100",
            "--seed",
            "7",
            "-o",
            stories.toString());

    assertThat(said.exit()).as(said.err()).isEqualTo(1);
    assertThat(said.out())
        .contains("error[E-CONTACT-CONTESTED]: ", "in ", " of 100 lives", "100 lives, in which ");
    List<Path> files;
    try (Stream<Path> all = Files.list(stories)) {
      files =
          all.filter(file -> file.toString().contains("e-contact-contested-here-there")).toList();
    }
    assertThat(files).hasSize(1);
    var again = shell.run("simulate", flawed.toString(), "--trace", files.getFirst().toString());
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.out()).contains("error[E-CONTACT-CONTESTED]");
  }

  @Test
  void tellsMachinesWhatManyLivesCameTo() {
    var said = shell.run("simulate", "--lives", "50", "--seed", "3", "--acts", "20", "--json");

    var tally = json(said.out());
    assertThat(tally.get("lives").asInt()).isEqualTo(50);
    assertThat(tally.get("seed").asInt()).isEqualTo(3);
    assertThat(tally.get("ok").asBoolean()).isEqualTo(said.exit() == 0);
    assertThat(shell.run("simulate", "--lives", "50", "--seed", "3", "--acts", "20", "--json"))
        .isEqualTo(said);
  }

  @Test
  void wantsToKnowWhatToPlay() throws IOException {
    assertThat(shell.run("simulate").err()).contains("either --trace FILE", "or --lives N");
    assertThat(shell.run("simulate", "--lives", "3", "--trace", trace(CALL_AND_REPLY)).exit())
        .isEqualTo(2);
    assertThat(shell.run("simulate", "--lives", "0").err()).contains("a number from 1");
    assertThat(shell.run("simulate", "nowhere", "--lives", "3").exit()).isEqualTo(2);
  }
}
