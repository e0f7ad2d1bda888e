package dev.interlock.app.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was proved of live contracts is no longer founded once somebody does what nobody is
/// declared to do.
class UnfoundedTest {
  @TempDir private Path folder;
  private ServedFolder server = new ServedFolder(Path.of("target", "unfounded-test"));

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
}
