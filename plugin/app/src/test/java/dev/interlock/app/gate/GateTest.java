package dev.interlock.app.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.plugin.Acme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A running server, real HTTP, and jars that come, change and go.
class GateTest {
  @TempDir private Path folder;
  private ServedFolder server = new ServedFolder(Path.of("target", "gate-test"));

  @BeforeEach
  void start() {
    server.close();
    server = new ServedFolder(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aJarThatDoesNotVerifyIsRefusedAndTheOneBeforeKeepsServing() {
    server.put("acme.jar", Acme.saying("The first version."));
    server.open();

    server.putUnchecked("acme.jar", Acme.unexplained().replace("Called in vain.", "The bad one."));
    server.look();
    var caller = server.somebodyCalls();

    assertThat(server.notesOf(caller)).containsExactly("The first version.");
    assertThat(server.runsOf(caller)).hasSize(1);
    assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(server.get("/health/ready").body())
        .startsWith("ready. What lies in the plugins folder ")
        .contains(
            "does not go live: 1 error. The first: acme.jar!/Hello.java:30: hello: step *jot*")
        .doesNotContain(folder.toString());
    assertThat(server.get("/").body())
        .contains("does not go live: 1 error", "What went live before keeps serving");
  }

  @Test
  void afterARestartWithTheBadJarTheVersionBeforeStillServes() {
    server.put("acme.jar", Acme.saying("The first version."));
    server.open();
    server.putUnchecked("acme.jar", Acme.unexplained());
    server.look();

    server.restart();
    var caller = server.somebodyCalls();

    assertThat(server.notesOf(caller)).containsExactly("The first version.");
    assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(server.get("/health/ready").body()).contains("does not go live: 1 error");
  }

  @Test
  void aVersionThatDoesNotSayWhatChangedIsRefusedAndOneThatDoesIsShown() {
    server.put("acme.jar", Acme.saying("The first version."));
    server.open();

    server.putUnnoted("acme.jar", Acme.saying("The second version."));
    server.look();
    assertThat(server.get("/health/ready").body())
        .contains("does not go live: 1 error", "it is not said what changed against version");
    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("The first version.");

    server.put("acme.jar", Acme.saying("The second version."));
    server.look();
    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("The second version.");
    assertThat(server.get("/handbook/workflow-hello.html").body())
        .contains("It reads %08x now.".formatted(Acme.saying("The second version.").hashCode()));

    server.putUnnoted("acme.jar", Acme.noted(Acme.saying("The first version.")));
    server.look();
    assertThat(server.get("/health/ready").body()).as("back to what was live").isEqualTo("ready\n");
  }

  @Test
  void aJarThatVerifiesGoesLiveWithoutARestart() {
    server.put("acme.jar", Acme.saying("The first version."));
    server.open();

    server.put("acme.jar", Acme.saying("The second version."));
    server.look();

    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("The second version.");
    assertThat(server.get("/handbook/workflow-hello.html").body()).contains("The second version.");
    assertThat(server.get("/health/ready").body()).isEqualTo("ready\n");
  }

  @Test
  void aBadJarThatIsMendedGoesLiveAndTheNoticeGoes() {
    server.put("acme.jar", Acme.CONTRACT);
    server.open();
    server.putUnchecked("acme.jar", Acme.unexplained());
    server.look();
    assertThat(server.get("/health/ready").body()).contains("does not go live");

    server.put("acme.jar", Acme.saying("Mended."));
    server.look();

    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("Mended.");
    assertThat(server.get("/health/ready").body()).isEqualTo("ready\n");
    assertThat(server.get("/").body()).doesNotContain("does not go live");
  }

  @Test
  void withNothingLiveAndABadJarItServesNothingAndSaysWhy() {
    server.putUnchecked("acme.jar", Acme.unexplained());
    server.open();

    assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(server.get("/health/ready").body())
        .contains("step *jot* has no why (E-DOC-MISSING)", "Nothing is live");
    assertThat(server.get("/").body()).contains("Nothing is live yet", "has no why");
    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);

    server.put("acme.jar", Acme.saying("At last."));
    server.look();

    assertThat(server.get("/health/ready").body()).isEqualTo("ready\n");
    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("At last.");
  }

  @Test
  void aJarThatIsBeingCopiedIsLetBeUntilItIsWhole() throws IOException {
    server.put("acme.jar", Acme.saying("The first version."));
    server.open();
    server.put("next.jar", Acme.saying("The second version."));
    byte[] whole = Files.readAllBytes(server.jar("next.jar"));
    server.remove("next.jar");

    for (int part = 1; part < 5; part++) {
      Files.write(server.jar("acme.jar"), Arrays.copyOf(whole, whole.length * part / 5));
      server.lookOnce();
      assertThat(server.get("/health/ready").body()).isEqualTo("ready\n");
    }
    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("The first version.");

    Files.write(server.jar("acme.jar"), whole);
    server.look();

    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("The second version.");
  }

  @Test
  void aJarThatIsHalfThereAtTheStartIsLookedAtAgain() throws IOException {
    server.put("acme.jar", Acme.saying("Whole."));
    byte[] whole = Files.readAllBytes(server.jar("acme.jar"));
    Files.write(server.jar("acme.jar"), Arrays.copyOf(whole, whole.length / 2));
    server.open();
    assertThat(server.get("/health/ready").body()).contains("not all of it is there");

    Files.write(server.jar("acme.jar"), whole);
    server.look();

    assertThat(server.get("/health/ready").body()).isEqualTo("ready\n");
  }

  @Test
  void aJarThatIsTakenAwayTakesNoEntriesAndItsRunsFinish() {
    server.put("acme.jar", Acme.waitingTwoDays("Two days later."));
    server.open();
    var early = server.somebodyCalls();

    server.remove("acme.jar");
    server.look();
    var late = server.somebodyCalls();
    server.passes(Duration.ofDays(3));

    assertThat(server.notesOf(early)).containsExactly("Called in vain.", "Two days later.");
    assertThat(server.runsOf(late)).isEmpty();
    assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(server.get("/").body()).contains("nothing takes new entries");
  }

  @Test
  void aFolderThatIsEmptyAtTheStartIsTakenForAMistake() {
    server.put("acme.jar", Acme.saying("Still here."));
    server.open();
    server.remove("acme.jar");

    server.restart();
    server.passes(Duration.ofDays(1));
    server.look();

    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("Still here.");
    assertThat(server.get("/health/ready").body())
        .contains(
            "There is no plugin jar in the plugins folder", "What went live before keeps serving");
  }

  @Test
  void aFolderThatVanishesChangesNothing() throws IOException {
    server.put("acme.jar", Acme.saying("Still here."));
    server.open();
    Files.move(server.jar("acme.jar").resolveSibling(""), folder.resolve("elsewhere"));

    server.look();

    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("Still here.");
    assertThat(server.get("/health/ready").body()).contains("cannot be read");
  }

  @Test
  void aFolderThatComesBackIsAllRightAgain() throws IOException {
    server.put("acme.jar", Acme.saying("Still here."));
    server.open();
    var plugins = server.jar("acme.jar").resolveSibling("");
    Files.move(plugins, folder.resolve("elsewhere"));
    server.look();
    Files.move(folder.resolve("elsewhere"), plugins);

    server.look();

    assertThat(server.get("/health/ready").body()).isEqualTo("ready\n");
  }

  @Test
  void anEmptyFolderInThePlaceOfTheOneBeforeIsNoOrderToStop() throws IOException {
    server.put("acme.jar", Acme.saying("Still here."));
    server.open();
    var plugins = server.jar("acme.jar").resolveSibling("");
    Files.move(plugins, folder.resolve("elsewhere"));
    Files.createDirectory(plugins);

    server.look();
    server.passes(Duration.ofDays(1));
    server.look();

    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("Still here.");
    assertThat(server.get("/health/ready").body())
        .contains("There is no plugin jar in the plugins folder");
  }

  @Test
  void aFolderByAnotherNameIsTheSame() throws IOException {
    server.put("acme.jar", Acme.saying("Linked."));
    var plugins = server.jar("acme.jar").resolveSibling("");
    Files.move(plugins, folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("plugins"), folder.resolve("elsewhere"));

    server.open();

    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("Linked.");
  }

  @Test
  void runsUnderWayStayOnTheirVersion() {
    server.put("acme.jar", Acme.waitingTwoDays("The first version ends."));
    server.open();
    var early = server.somebodyCalls();

    server.put("acme.jar", Acme.waitingTwoDays("The second version ends."));
    server.look();
    var late = server.somebodyCalls();
    server.passes(Duration.ofDays(3));

    assertThat(server.notesOf(early)).contains("The first version ends.");
    assertThat(server.notesOf(late)).contains("The second version ends.");
  }

  @Test
  void whatTakesANameAwayFromRunsUnderWayIsRefusedUntilTheyAreOver() {
    server.put("acme.jar", Acme.waitingTwoDays("Later."));
    server.open();
    server.somebodyCalls();

    server.put(
        "acme.jar",
        Acme.CONTRACT.replace("\"Front desk\"", "\"Back office\""),
        sources -> Acme.operation(sources, "\"Front desk\"", "\"Back office\""));
    server.look();

    assertThat(server.get("/health/ready").body()).contains("E-VERSION-DRAIN");
    assertThat(server.plugins())
        .startsWith("1\n")
        .contains("1 run is still under way on version", "there is no team *Front desk*");

    server.passes(Duration.ofDays(3));
    server.remove("acme.jar");
    server.put(
        "acme.jar",
        Acme.CONTRACT.replace("\"Front desk\"", "\"Back office\""),
        sources -> Acme.operation(sources, "\"Front desk\"", "\"Back office\""));
    server.look();

    assertThat(server.get("/health/ready").body()).isEqualTo("ready\n");
  }

  @Test
  void whatLeadsRunsUnderWayAstrayIsRefusedUntilTheyAreOver() {
    server.put("acme.jar", Waiting.HAS_THE_TAG, Waiting::business);
    server.open();
    var early = server.somebodyCalls();

    server.put("acme.jar", Acme.saying("Short now."), Waiting::businessThatTidies);
    server.look();

    assertThat(server.get("/health/ready").body())
        .contains("E-VERSION-DRAIN", "What went live before keeps serving");
    assertThat(server.plugins())
        .startsWith("1\n")
        .contains(
            "1 run is still under way on version",
            "takes away the tag `waiting`",
            "(E-WRITE-CONFLICT)",
            "The new version goes live.",
            "waives(finding(");
    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("Called in vain.");

    server.passes(Duration.ofDays(3));
    server.remove("acme.jar");
    server.put("acme.jar", Acme.saying("Short now."), Waiting::businessThatTidies);
    server.look();

    assertThat(server.get("/health/ready").body()).isEqualTo("ready\n");
    assertThat(server.notesOf(early)).contains("Still waiting.");
    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("Short now.");
  }

  @Test
  void aChangeThatNobodyIsDeclaredToMakeLeavesProofsUnfounded() {
    server.put("acme.jar", Waiting.GOES_BY_THE_TAG, Waiting::business);
    server.open();
    var caller = server.somebodyCalls();
    assertThat(server.get("/handbook/workflow-hello.html").body())
        .doesNotContain("o longer founded");

    server.somebodyTags(caller, "waiting");
    server.somebodyTags(server.somebodyCalls(), "waiting");

    assertThat(server.unfounded())
        .containsExactly(
            "The tag waiting was changed, and nobody but contracts is declared to change it. What"
                + " was proved of contracts that go by it is no longer founded.");
    assertThat(server.get("/handbook/workflow-hello.html").body())
        .contains("No longer founded: The tag waiting was changed");
    assertThat(server.get("/").body()).contains("The tag waiting was changed");

    server.acknowledges();

    assertThat(server.unfounded()).isEmpty();
    assertThat(server.get("/handbook/workflow-hello.html").body())
        .doesNotContain("o longer founded");
  }

  @Test
  void whoeverDeclaresTheChangeHasProofsFoundedAgain() {
    server.put("acme.jar", Waiting.GOES_BY_THE_TAG, Waiting::business);
    server.open();
    server.somebodyTags(server.somebodyCalls(), "waiting");
    assertThat(server.unfounded()).hasSize(1);

    server.put("acme.jar", Waiting.GOES_BY_THE_TAG, Waiting::businessOfColleagues);
    server.look();
    assertThat(server.unfounded()).isEmpty();

    server.somebodyTags(server.somebodyCalls(), "waiting");
    assertThat(server.unfounded()).isEmpty();
  }

  @Test
  void aChangeThatNoContractGoesByIsNobodysConcern() {
    server.put("acme.jar", Waiting.HAS_THE_TAG, Waiting::business);
    server.open();

    server.somebodyTags(server.somebodyCalls(), "waiting");

    assertThat(server.unfounded()).isEmpty();
  }

  @Test
  void aWarningThatNobodyAcknowledgesDoesNotGoLive() {
    server.put("acme.jar", Acme.saying("The first version."));
    server.open();

    server.putUnchecked("acme.jar", Acme.sayingTooMuch());
    server.look();

    assertThat(server.get("/health/ready").body())
        .contains("does not go live: 1 warning that nobody acknowledges. The first: ")
        .contains("(W-TEMPLATE-EMPTY)", "What went live before keeps serving");

    server.put("acme.jar", Acme.sayingTooMuchKnowingly());
    server.look();

    assertThat(server.get("/health/ready").body()).isEqualTo("ready\n");
  }

  @Test
  void aWaiverThatEndsIsToldAndKeepsNothingFromServing() {
    server.put("acme.jar", Acme.waivedUntil(2026, 11, 3));
    server.open();
    assertThat(server.get("/health/ready").body()).isEqualTo("ready\n");

    server.passes(Duration.ofDays(2));
    server.look();

    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("Called in vain.");
    assertThat(server.get("/health/ready").body()).contains("the waiver of E-DOC-MISSING ended");
  }

  @Test
  void theCommandTellsWhatIsLiveAndWhatIsRefused() {
    server.put("acme.jar", Acme.saying("The first version."));
    server.open();
    assertThat(server.plugins()).startsWith("0\n").contains("Live", "hello", "acme.jar  live");

    server.putUnchecked("bad.jar", Acme.unexplained().replace("\"hello\"", "\"goodbye\""));
    server.look();
    var said = server.plugins();
    var json = JsonMapper.shared().readTree(server.plugins("--json").substring(2));

    assertThat(said)
        .startsWith("1\n")
        .contains("acme.jar  live", "bad.jar  refused")
        .contains("bad.jar!/Hello.java:30: error[E-DOC-MISSING]: goodbye: step *jot* has no why");
    assertThat(json.get("ok").asBoolean()).isFalse();
    assertThat(json.at("/live/0/contract").asString()).isEqualTo("hello");
    assertThat(json.get("files").findValuesAsString("standing")).containsExactly("live", "refused");
    assertThat(json.at("/verification/errors").asInt()).isEqualTo(1);
  }

  @Test
  void theCommandTellsWhatWouldHappenWhereNothingEverRan() {
    server.put("acme.jar", Acme.CONTRACT);

    assertThat(server.plugins())
        .startsWith("0\n")
        .contains("Nothing is live", "acme.jar  sound, and goes live");
  }
}
