package dev.interlock.app.simulate;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Json;
import dev.interlock.simulation.life.Tripped;
import dev.interlock.simulation.monitor.Breach;
import dev.interlock.simulation.script.Script;
import dev.interlock.simulation.script.ScriptData;
import dev.interlock.simulation.script.ScriptData.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Stories as files.
public final class Traces {
  private Traces() {}

  /// Reads a story.
  ///
  /// @throws CannotRunException when the file is not there, is no JSON, or tells no story; each
  ///   problem with its place
  public static Script read(Path file) {
    return switch (ScriptData.read(Json.read(file.toString(), text(file)))) {
      case Reading.Read(var script) -> script;
      case Reading.Unreadable(var problems) ->
          throw new CannotRunException(
              file + " tells no story that can be played:\n  " + String.join("\n  ", problems));
    };
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException problem) {
      throw new CannotRunException(file + " cannot be read", problem);
    }
  }

  /// Makes sure that stories can be written to a folder, before work is done for it.
  public static void prepare(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException problem) {
      throw new CannotRunException(folder + " cannot be made a folder for stories", problem);
    }
  }

  /// Writes the shortest story of each rule that was broken.
  ///
  /// @return the files, in the same order
  public static List<Path> write(Path folder, List<Tripped> tripped) {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < tripped.size(); i++) {
      Path file = folder.resolve(name(i + 1, tripped.get(i).breach()));
      write(file, tripped.get(i).shortest());
      files.add(file);
    }
    return files;
  }

  /// Writes a story.
  static void write(Path file, Script script) {
    try {
      Files.writeString(file, Json.of(ScriptData.write(script)) + "\n");
    } catch (IOException problem) {
      throw new CannotRunException("the story cannot be written to " + file, problem);
    }
  }

  private static String name(int number, Breach breach) {
    String parties = String.join("-", breach.parties());
    return "%02d-%s.json".formatted(number, plain(breach.rule() + "-" + parties));
  }

  /// The words as part of a file's name, on any system.
  static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
