package dev.interlock.app.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.plugin.Acme;
import dev.interlock.contract.contact.ContactId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Runs under way while another version of their contract goes live: what becomes of them is shown
/// before, and ordered after.
class MigrationTest {
  private static final String FIRST = Acme.waitingTwoDays("The first version.");
  private static final String RENAMED =
      Acme.waitingTwoDays("The second version.").replace("\"pause\"", "\"breath\"");

  @TempDir private Path folder;
  private ServedFolder server = new ServedFolder(Path.of("target", "migration-test"));
  private ContactId caller = new ContactId("nobody yet");

  @BeforeEach
  void somebodyWaits() {
    server.close();
    server = new ServedFolder(folder);
    server.put("acme.jar", FIRST);
    server.open();
    caller = server.somebodyCalls();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String hash() {
    return server.runsOf(caller).getFirst().hash();
  }

  @Test
  void whatWouldBecomeOfThemIsToldBefore() {
    var next = Acme.in(folder.resolve("next"), RENAMED).toString();

    assertThat(server.ask("versions"))
        .startsWith("0\nHello  " + hash().substring(0, 8))
        .contains("takes new entries", "1 under way, 0 over", "1 waits at pause");
    assertThat(server.ask("versions", "--impact", next))
        .startsWith("1\n")
        .contains("to be finished on this version: the new version has no place pause");
    assertThat(server.ask("versions", "hello", "--impact", next, "--map", "pause=breath"))
        .startsWith("0\n")
        .contains("can be moved to breath, or finish on this version");
    var json = server.ask("versions", "hello", "--impact", next, "--json");
    var place = JsonMapper.shared().readTree(json.substring(2)).at("/0/places/0");
    assertThat(place.path("runs").asInt()).isEqualTo(1);
    assertThat(place.path("prospect").asString()).isEqualTo("bound");
    assertThat(server.ask("versions", "--map", "pause=breath")).startsWith("2\n");
    assertThat(server.ask("versions", "tea-time"))
        .startsWith("2\n")
        .contains("there is no contract tea-time");
  }

  @Test
  void aRunIsMovedToTheNewVersionWhereItHasAPlace() {
    var old = hash();
    server.put("acme.jar", RENAMED);
    server.look();
    assertThat(server.ask("versions", "hello")).contains("takes no new entries", "1 under way");

    var from = new String[] {"migrate", "--contract", "hello", "--from", old.substring(0, 12)};
    assertThat(server.order(from)).startsWith("0\n").contains("left alone, since the new version");
    assertThat(server.order(with(from, "--map", "pause=breath")))
        .contains("moves to version", "at breath", "Nothing has been ordered yet");
    assertThat(hash()).as("only shown").isEqualTo(old);
    var one = server.runsOf(caller).getFirst().run().text();
    assertThat(server.order("migrate", one, "--map", "pause=breath"))
        .contains("moves to version", "at breath", "Nothing has been ordered yet");
    assertThat(server.order(with(from, "--map", "pause=breath", "--yes")))
        .startsWith("0\n")
        .contains("at breath");
    assertThat(server.order("migrate", one, "--map", "pause=breath", "--yes"))
        .contains("left alone, since it is on that version already");

    assertThat(hash()).isNotEqualTo(old);
    assertThat(server.ask("explain", caller.text()))
        .contains("Ben moved the run to another version of the workflow.");
    assertThat(server.order(with(from, "--yes")))
        .startsWith("2\n")
        .contains("no such run is under way");
    assertThat(server.order("migrate", "--contract", "hello", "--to", old, "--yes"))
        .startsWith("2\n")
        .contains("takes no new entries");
    server.passes(Duration.ofDays(2));
    assertThat(server.notesOf(caller)).containsExactly("Called in vain.", "The second version.");
  }

  @Test
  void oneRunIsMovedByItsIdAndGoesOnInTheNewVersionAndNoOther() {
    var old = hash();
    var other = server.somebodyCalls();
    server.put("acme.jar", RENAMED);
    server.look();
    var one = server.runsOf(caller).getFirst().run().text();

    assertThat(server.order("migrate", one, "--yes"))
        .startsWith("0\n")
        .contains("left alone, since the new version has no place pause");
    assertThat(server.order("migrate", one, "--map", "pause=breath", "--yes"))
        .startsWith("0\n")
        .contains("Pat 1", "moves to version", "at breath")
        .doesNotContain("Pat 2", "Nothing has been ordered yet");

    assertThat(hash()).isNotEqualTo(old);
    assertThat(server.runsOf(other).getFirst().hash()).isEqualTo(old);
    assertThat(server.ask("order", "audit")).contains("moved", "run " + one);
    server.passes(Duration.ofDays(2));
    assertThat(server.notesOf(caller)).containsExactly("Called in vain.", "The second version.");
    assertThat(server.notesOf(other)).containsExactly("Called in vain.", "The first version.");
    assertThat(server.ask("explain", caller.text()))
        .contains("Ben moved the run to another version of the workflow.", "left as noted");
    assertThat(server.order("migrate", one, "--yes"))
        .startsWith("2\n")
        .contains("run " + one + " is over: it left as noted on");
  }

  @Test
  void thoseOfAnOldVersionFinishOrAreWithdrawnByIt() {
    var old = hash();
    server.put("acme.jar", RENAMED);
    server.look();
    var other = server.somebodyCalls();

    assertThat(
            server.order(
                "withdraw",
                "--contract",
                "hello",
                "--on-version",
                old,
                "--reason",
                "It is old",
                "--yes"))
        .startsWith("0\n")
        .contains("Pat 1")
        .doesNotContain("Pat 2");

    server.passes(Duration.ofMinutes(1));
    assertThat(server.runsOf(caller).getFirst().exit()).isPresent();
    assertThat(server.runsOf(other).getFirst().exit()).isEmpty();
    assertThat(server.ask("versions", "hello")).contains("0 under way, 1 over");
    assertThat(server.order("pause", "--contract", "hello", "--on-version", "ffff"))
        .startsWith("2\n")
        .contains("no version of hello begins with ffff");
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
  }
}
