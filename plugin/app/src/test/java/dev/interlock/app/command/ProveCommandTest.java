package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.check.Checking;
import dev.interlock.app.check.KeptProofs;
import dev.interlock.app.command.Shell.Said;
import dev.interlock.app.demo.Demo;
import dev.interlock.app.demo.Invented;
import dev.interlock.app.plugin.LibraryJar;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveCommandTest {
  @TempDir private Path home;
  @TempDir private Path data;

  @Test
  void aStoryThatHasNotBegunProvesNothing() throws Exception {
    var said = proofAfter(Duration.ZERO);

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("no run has come to its end yet").doesNotContain("BROKEN");
  }

  @Test
  void aStoryThatGoesOnIsNeitherProvenNorBroken() throws Exception {
    var said = proofAfter(Duration.ofHours(8));

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("open    the story is not over", "the sandbox goes on", "not over")
        .doesNotContain("nothing left to do", "BROKEN");
  }

  @Test
  void aStoryThatIsOverIsProven() throws Exception {
    var said = proofAfter(Duration.ofDays(30));

    assertThat(said.exit()).as(said.out()).isZero();
    assertThat(said.out())
        .contains("6 invented people", "days so far", "holds   nothing left to do")
        .doesNotContain("seed", "seconds");
  }

  @Test
  void saysThatThereIsNoSandbox() {
    var said = prove(URI.create("http://127.0.0.1:9"));

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).isEqualTo("interlock: there is no sandbox at http://127.0.0.1:9\n");
  }

  /// What is said when a story was told for some time, while the server still works.
  private Said proofAfter(Duration told) throws InterruptedException {
    var contracts =
        new Checking(KeptProofs.anew())
            .requireSound(List.of(LibraryJar.in(data)), LocalDate.of(2026, 11, 28));
    try (var demo = Demo.standing(new Demo.Setting(new Invented(6, 6, 1), contracts, data, 0))) {
      demo.tell(told);
      return prove(demo.sandboxUrl());
    }
  }

  private Said prove(URI sandbox) {
    return Shell.with(home)
        .run("prove", "--data", data.toString(), "--sandbox", sandbox.toString());
  }
}
