package dev.interlock.verifier.prove.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The moves into which contracts are compiled are kept word for word, so that whoever changes the
/// compiler reads what becomes of its moves. What is compiled now stands in `target/moves` after
/// this test: where it differs, read the difference, and keep the file if it is right.
final class MovesTest {
  private static final Path KEPT =
      Path.of("src", "test", "resources", "dev", "interlock", "verifier", "prove", "world");
  private static final Path NOW = Path.of("target", "moves");

  @ParameterizedTest
  @EnumSource
  void whatIsCompiledIsWhatWasRead(Compiled compiled) throws IOException {
    String file = compiled.file();
    String words = MovesInWords.of(compiled.study().machine());
    Files.createDirectories(NOW);
    Files.writeString(NOW.resolve(file), words, StandardCharsets.UTF_8);

    assertThat(words.lines()).containsExactlyElementsOf(Files.readAllLines(KEPT.resolve(file)));
  }
}
