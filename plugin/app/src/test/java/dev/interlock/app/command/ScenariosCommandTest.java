package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.command.Shell.Said;
import dev.interlock.app.plugin.Acme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScenariosCommandTest {
  @TempDir private Path home;
  @TempDir private Path folder;
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void install() {
    shell = Shell.with(home);
    Acme.in(folder, Acme.CONTRACT);
  }

  private Said scenarios(String... more) {
    return shell.run(
        Stream.concat(Stream.of("scenarios", folder.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private Said verify() {
    return shell.run("verify", folder.toString());
  }

  @Test
  void whoKeepsNoScenariosIsNotAskedForAny() {
    assertThat(verify().exit()).isZero();
  }

  @Test
  void whatIsOfferedAndAcceptedWalksEverything() {
    assertThat(scenarios("--offer").out()).contains("hello-noted-left-by.json");
    assertThat(verify().out())
        .contains("nobody has accepted yet what comes of it", "no accepted scenario walks *jot*");

    assertThat(scenarios().exit()).isEqualTo(1);
    assertThat(scenarios("--accept", "--by", "Ana Ruiz").exit()).isZero();

    assertThat(verify().exit()).isZero();
    assertThat(scenarios("--offer").out()).isEqualTo("the scenarios walk everything already\n");
    assertThat(scenarios().out()).contains("accepted by Ana Ruiz on 2026-11-02", "hello: Entered");
  }

  @Test
  void anotherVersionHasToBeLookedAtAgain() {
    scenarios("--offer");
    scenarios("--accept", "--by", "Ana Ruiz");
    Acme.in(folder, Acme.saying("Rang in vain."));

    var said = verify();

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("error[E-SCENARIO-UNCOVERED]", "comes to something else")
        .doesNotContain("no accepted scenario walks");
    assertThat(scenarios().out())
        .contains(
            "not accepted for the contracts as they are\n",
            "it comes to something else than before:",
            "    - 2026-03-02T10:00 hello, *jot*: writes the note \"Called in vain.\"",
            "    + 2026-03-02T10:00 hello, *jot*: writes the note \"Rang in vain.\"");
  }

  @Test
  void aVersionOfWhichTheSameComesIsToldSo() {
    scenarios("--offer");
    scenarios("--accept", "--by", "Ana Ruiz");
    Acme.in(folder, Acme.CONTRACT.replace("The desk sees it", "So that the desk sees it"));

    assertThat(scenarios().exit()).isEqualTo(1);
    assertThat(scenarios().out()).contains("of which the same comes", "it comes to this:");
  }

  @Test
  void aStoryByHandIsReadAndAcceptedLikeAnyOther() throws IOException {
    var file = Files.createDirectories(folder.resolve("scenarios")).resolve("no-number.json");
    Files.writeString(
        file,
        """
        {"story": {"opening": {"addresses": {}}, "beats": [{"act": "calls-and-is-missed"}]}}
        """);

    assertThat(scenarios().out())
        .contains("nobody has accepted it yet", "turns them away: there must be a number");
    assertThat(scenarios("--accept", "--by", "Ana Ruiz").exit()).isZero();
    assertThat(Files.readString(file)).contains("turns them away", "Ana Ruiz");
  }

  @Test
  void aJarIsNotBuiltAgainstItsScenarios() throws IOException {
    Files.createDirectories(folder.resolve("scenarios"));
    var jar = home.resolve("acme.jar");

    var said = shell.run("build", folder.toString(), "-o", jar.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("no accepted scenario walks *jot* (done)");
    assertThat(jar).doesNotExist();
  }

  @Test
  void somebodyHasToAnswerForWhatIsAccepted() {
    assertThat(scenarios("--accept").exit()).isEqualTo(2);
    assertThat(scenarios("--accept").err())
        .isEqualTo("interlock: say who answers for it: --accept --by \"Ana Ruiz\"\n");
  }

  @Test
  void whatCannotBeReadIsToldWithItsPlace() throws IOException {
    var file = Files.createDirectories(folder.resolve("scenarios")).resolve("bad.json");
    Files.writeString(file, "{\"outcome\": 3}");

    assertThat(verify().exit()).isEqualTo(2);
    assertThat(verify().err()).contains(file + " is no scenario:", "outcome: is no list of lines");
  }

  @Test
  void aNameThatNobodyKnowsIsTold() {
    scenarios("--offer");

    assertThat(scenarios("nothing").err()).contains("there is no scenario nothing in");
  }
}
