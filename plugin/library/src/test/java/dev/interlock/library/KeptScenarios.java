package dev.interlock.library;

import dev.interlock.verifier.scenario.Scenario;
import dev.interlock.verifier.scenario.ScenarioData;
import dev.interlock.verifier.scenario.ScenarioData.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// The scenarios that the library keeps beside its contracts.
public final class KeptScenarios {
  private static final Path FOLDER = Path.of("src", "main", "java", "scenarios");
  private static final String ENDING = ".json";

  private KeptScenarios() {}

  /// All of them, by name.
  public static List<Scenario> ofTheLibrary() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(KeptScenarios::read).toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Scenario read(Path file) {
    String name = file.getFileName().toString().replace(ENDING, "");
    return switch (ScenarioData.read(name, JsonMapper.shared().readValue(file, Object.class))) {
      case Reading.Read(var scenario) -> scenario;
      case Reading.Unreadable(var problems) ->
          throw new IllegalStateException(file + " is no scenario: " + problems);
    };
  }
}
