package dev.interlock.app.plugin;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.plugin.Compiler.Compiled;
import dev.interlock.contract.model.ContractSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Contracts in a folder of source files, with the classes that they were compiled to.
///
/// @param classes by their names
/// @param operations the names of the classes that say what the contracts share
/// @param contracts the names of the classes that define one
public record SourceSet(
    ContractSet set,
    SourceIndex index,
    Map<String, byte[]> classes,
    List<String> operations,
    List<String> contracts) {
  public SourceSet {
    classes = Map.copyOf(classes);
    operations = List.copyOf(operations);
    contracts = List.copyOf(contracts);
  }

  /// What came of reading a folder.
  public sealed interface Outcome {
    record Read(SourceSet sources) implements Outcome {}

    record Faulty(List<Fault> faults) implements Outcome {}
  }

  /// Compiles the source files in a folder and asks them.
  ///
  /// @throws CannotRunException when it is no folder or has no source file in it
  public static Outcome in(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CannotRunException(
          folder + " is no folder; name the one that your contracts are in");
    }
    var sources = Places.of(List.of(folder)).sources();
    if (sources.isEmpty()) {
      throw new CannotRunException(folder + " has no .java file in it");
    }
    return switch (SourceFiles.compiled(sources)) {
      case Compiled.Errors(var faults) -> new Outcome.Faulty(faults);
      case Compiled.Classes compiled -> asked(compiled, new Places(List.of(), sources));
    };
  }

  private static Outcome asked(Compiled.Classes compiled, Places places) {
    var said = SourceFiles.ask(compiled);
    return switch (Contracts.together(said, places)) {
      case Loading.Faulty(var faults) -> new Outcome.Faulty(faults);
      case Loading.Loaded(var set, var index, _) ->
          new Outcome.Read(
              new SourceSet(
                  set,
                  index,
                  new TreeMap<>(compiled.bytes()),
                  said.operations().stream().map(each -> each.origin().type()).sorted().toList(),
                  said.contracts().stream().map(each -> each.origin().type()).sorted().toList()));
    };
  }
}
