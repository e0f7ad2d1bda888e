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

final class VerifyAgainTest {
  @TempDir private Path home;
  @TempDir private Path cache;
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void install() throws IOException {
    shell = Shell.with(home).set("XDG_CACHE_HOME", cache);
    Files.writeString(home.resolve("interlock.jar"), "");
  }

  @Test
  void whatIsProvedIsKeptForTheNextTimeAndSaysTheSame() throws IOException {
    var first = shell.run("verify", "--json");
    var kept = proofs();
    var again = shell.run("verify", "--json");

    assertThat(kept).isNotEmpty();
    assertThat(proofs()).isEqualTo(kept);
    assertThat(again).isEqualTo(first);
  }

  @Test
  void everythingIsProvedAnewForWhoeverWantsIt() throws IOException {
    var said = shell.run("verify", "--anew");

    assertThat(said.exit()).isZero();
    assertThat(proofs()).isEmpty();
  }

  @Test
  void theSettingNamesTheFolder(@TempDir Path other) throws IOException {
    shell.set("INTERLOCK_CACHE_DIR", other).run("verify");

    assertThat(proofs()).isEmpty();
    assertThat(other).isNotEmptyDirectory();
  }

  private List<String> proofs() throws IOException {
    Path folder = cache.resolve("interlock");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return Files.readAllLines(files.findFirst().orElseThrow());
    }
  }
}
