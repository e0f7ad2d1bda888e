package dev.interlock.library.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What became of each mutant when all of them were tried last, a line for each.
record Ledger(Map<String, String> verdicts) {
  private static final Path FILE =
      Path.of("src", "test", "resources", "dev", "interlock", "library", "mutants", "verdicts.txt");
  private static final String BETWEEN = ": ";

  static Ledger onFile() throws IOException {
    Map<String, String> verdicts = new LinkedHashMap<>();
    for (String line : Files.readAllLines(FILE)) {
      int end = line.indexOf(BETWEEN);
      verdicts.put(line.substring(0, end), line.substring(end + BETWEEN.length()));
    }
    return new Ledger(verdicts);
  }

  String of(Mutant mutant) {
    return verdicts.getOrDefault(mutant.toString(), "not on file");
  }

  String text() {
    return verdicts.entrySet().stream()
        .map(entry -> entry.getKey() + BETWEEN + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
