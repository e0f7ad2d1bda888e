package dev.interlock.app.plugin;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.plugin.Definitions.Said;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Loads contracts from plugin jars and source files, and puts them together to one set.
public final class Contracts {
  private Contracts() {}

  /// Loads all that the paths name: jars, folders of jars, source files, folders of source files.
  ///
  /// @throws CannotRunException naming a path that is not there or has no contracts in it
  public static Loading load(List<Path> paths) {
    var places = Places.of(paths);
    var parts = new ArrayList<Definitions>();
    places.jars().forEach(jar -> parts.add(Jars.read(jar)));
    if (!places.sources().isEmpty()) {
      parts.add(SourceFiles.read(places.sources()));
    }
    return together(Definitions.all(parts), places);
  }

  /// Loads them for running.
  ///
  /// @throws CannotRunException naming the faults, when there are any
  public static ContractSet require(List<Path> paths) {
    return switch (load(paths)) {
      case Loading.Loaded(var set, _) -> set;
      case Loading.Faulty(var faults) ->
          throw new CannotRunException(
              faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    };
  }

  private static Loading together(Definitions all, Places places) {
    var faults = new ArrayList<>(all.faults());
    if (faults.isEmpty()) {
      faults.addAll(countOperations(all.operations(), places));
      faults.addAll(countContracts(all.contracts(), places));
    }
    if (!faults.isEmpty()) {
      return new Loading.Faulty(located(faults, places));
    }
    var contracts = all.contracts().stream().map(Said::value).toList();
    return new Loading.Loaded(
        new ContractSet(all.operations().getFirst().value(), contracts), byName(places));
  }

  private static List<Fault> countOperations(List<Said<Operation>> operations, Places places) {
    if (operations.isEmpty()) {
      return List.of(
          Fault.of(
              where(places),
              "there is no BusinessOperation: one class has to declare what the contracts share"));
    }
    return operations.stream()
        .skip(1)
        .map(more ->
            Fault.of(
                more.origin(),
                "a second BusinessOperation; the contracts of one business have one, and "
                    + operations.getFirst().origin()
                    + " is there already"))
        .toList();
  }

  private static List<Fault> countContracts(List<Said<Contract>> contracts, Places places) {
    if (contracts.isEmpty()) {
      return List.of(Fault.of(where(places), "there is no WorkflowContract"));
    }
    var first = new HashMap<ContractId, String>();
    var faults = new ArrayList<Fault>();
    for (var said : contracts) {
      var before = first.putIfAbsent(said.value().id(), said.origin());
      if (before != null) {
        faults.add(
            Fault.of(
                said.origin(),
                said.value().id() + " is already the name of a contract in " + before));
      }
    }
    return faults;
  }

  private static String where(Places places) {
    var files = new ArrayList<>(places.jars());
    files.addAll(places.sources());
    return files.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  /// Stack traces know the names of source files only; people want to open them.
  private static List<Fault> located(List<Fault> faults, Places places) {
    var sources = byName(places);
    return faults.stream()
        .map(fault -> {
          var path = sources.get(fault.file());
          return path == null
              ? fault
              : new Fault(path.toString(), fault.line(), fault.column(), fault.message());
        })
        .toList();
  }

  private static Map<String, Path> byName(Places places) {
    return places.sources().stream()
        .collect(
            Collectors.toMap(
                file -> String.valueOf(file.getFileName()), file -> file, (one, _) -> one));
  }
}
