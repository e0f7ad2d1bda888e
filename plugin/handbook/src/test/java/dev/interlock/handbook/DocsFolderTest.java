package dev.interlock.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.handbook.edition.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocsFolderTest {
  @TempDir Path folder;

  @Test
  void writesEveryPageAndTheStylesheetSideBySide() throws IOException {
    var written = DocsFolder.of(Example.set(), Edition.bare()).write(folder.resolve("deep/er"));

    assertThat(written.getFirst()).hasFileName("index.html");
    assertThat(contents(folder.resolve("deep/er")).keySet())
        .containsExactlyInAnyOrder(
            "index.html",
            "map.html",
            "endings.html",
            "rules.html",
            "checks.html",
            "handbook.css",
            "workflow-appointment-reminders.html",
            "workflow-missed-call-text-back.html",
            "workflow-speed-to-lead.html");
  }

  @Test
  void writesTheSameBytesEachTime() throws IOException {
    DocsFolder.of(Example.set(), Edition.bare()).write(folder.resolve("one"));
    DocsFolder.of(Example.set(), Edition.bare()).write(folder.resolve("two"));

    assertThat(contents(folder.resolve("one"))).isEqualTo(contents(folder.resolve("two")));
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
