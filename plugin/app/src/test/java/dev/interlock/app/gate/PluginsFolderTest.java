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

/// What becomes of the plugins folder itself, and of jars that are only half there.
class PluginsFolderTest {
  @TempDir private Path folder;
  private ServedFolder server = new ServedFolder(Path.of("target", "plugins-folder-test"));

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
}
