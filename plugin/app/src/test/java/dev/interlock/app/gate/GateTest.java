package dev.interlock.app.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.plugin.Acme;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A running server, real HTTP, and jars that come and change.
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
}
