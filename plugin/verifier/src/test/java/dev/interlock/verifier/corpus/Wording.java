package dev.interlock.verifier.corpus;

import dev.interlock.verifier.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is said about each example, word for word and in a file, so that whoever changes a sentence
/// reads it once more.
///
/// @param said the words of the findings, by the example's name
public record Wording(Map<String, List<String>> said) {
  private static final Path KEPT =
      Path.of("src", "test", "resources", "dev", "interlock", "verifier", "corpus", "words.txt");
  private static final String HEADING = "## ";

  /// What is kept.
  public static Wording kept() {
    Map<String, List<String>> said = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    for (String line : lines()) {
      if (line.startsWith(HEADING)) {
        words = said.computeIfAbsent(line.substring(HEADING.length()), _ -> new ArrayList<>());
      } else if (!line.isEmpty()) {
        words.add(line);
      }
    }
    return new Wording(said);
  }

  /// What is kept of an example; nothing is said of sound ones.
  public List<String> of(Example example) {
    return said.getOrDefault(example.name(), List.of());
  }

  /// Two lines for each finding: what is wrong, and what to do.
  public static List<String> of(List<Finding> findings) {
    return findings.stream()
        .flatMap(finding -> List.of(wrong(finding), "  help: " + finding.help()).stream())
        .toList();
  }

  private static String wrong(Finding finding) {
    String place =
        List.of(finding.contract(), finding.at()).stream()
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return finding.rule() + " " + place + ": " + finding.message();
  }

  /// Writes it as it is kept.
  public void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    said.forEach((example, words) -> {
      text.append(text.isEmpty() ? "" : "\n").append(HEADING).append(example).append('\n');
      words.forEach(line -> text.append(line).append('\n'));
    });
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(KEPT);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
