package dev.interlock.app.simulate;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Json;
import dev.interlock.verifier.scenario.Scenario;
import dev.interlock.verifier.scenario.ScenarioData;
import dev.interlock.verifier.scenario.ScenarioData.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Scenarios as files: JSON in the folder `scenarios` beside contracts.
public final class Scenarios {
  private static final String FOLDER = "scenarios";
  private static final String ENDING = ".json";

  private Scenarios() {}

  /// Where the scenarios of contracts in a folder are.
  public static Path folderOf(Path contracts) {
    return contracts.resolve(FOLDER);
  }

  /// All scenarios beside contracts in these paths; empty when nobody keeps any.
  ///
  /// @throws CannotRunException when a file tells no scenario
  public static Optional<List<Scenario>> beside(List<Path> contracts) {
    List<Path> folders =
        contracts.stream().map(Scenarios::folderOf).filter(Files::isDirectory).toList();
    return folders.isEmpty()
        ? Optional.empty()
        : Optional.of(folders.stream().flatMap(folder -> in(folder).stream()).toList());
  }

  /// All scenarios in a folder, by name.
  public static List<Scenario> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted()
          .map(Scenarios::read)
          .toList();
    } catch (IOException problem) {
      throw new CannotRunException(folder + " cannot be read", problem);
    }
  }

  private static Scenario read(Path file) {
    String name = file.getFileName().toString();
    try {
      var data = Json.read(file.toString(), Files.readString(file));
      return switch (ScenarioData.read(name.substring(0, name.length() - ENDING.length()), data)) {
        case Reading.Read(var scenario) -> scenario;
        case Reading.Unreadable(var problems) ->
            throw new CannotRunException(
                file + " is no scenario:\n  " + String.join("\n  ", problems));
      };
    } catch (IOException problem) {
      throw new CannotRunException(file + " cannot be read", problem);
    }
  }

  /// Writes a scenario to the folder, over one of its name.
  ///
  /// @return the file
  public static Path write(Path folder, Scenario scenario) {
    Path file = folder.resolve(scenario.name() + ENDING);
    try {
      Files.createDirectories(folder);
      Files.writeString(file, Json.of(ScenarioData.write(scenario)) + "\n");
      return file;
    } catch (IOException problem) {
      throw new CannotRunException("the scenario cannot be written to " + file, problem);
    }
  }
}
