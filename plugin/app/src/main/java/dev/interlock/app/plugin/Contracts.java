package dev.interlock.app.plugin;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.plugin.Definitions.Said;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Position;
import dev.interlock.verifier.finding.Spot;
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
    return Inventory.of(Places.of(paths)).together();
  }

  /// Loads them for running.
  ///
  /// @throws CannotRunException naming the faults, when there are any
  public static ContractSet require(List<Path> paths) {
    return loaded(paths).set();
  }

  /// The same, with what their jars carry.
  ///
  /// @throws CannotRunException naming the faults, when there are any
  public static Loading.Loaded loaded(List<Path> paths) {
    return switch (load(paths)) {
      case Loading.Loaded loaded -> loaded;
      case Loading.Faulty(var faults) ->
          throw new CannotRunException(
              faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    };
  }

  static Loading together(Definitions all, Places places) {
    var faults = new ArrayList<>(all.faults());
    if (faults.isEmpty()) {
      faults.addAll(countOperations(all.operations(), places));
      faults.addAll(countContracts(all.contracts(), places));
    }
    if (!faults.isEmpty()) {
      return new Loading.Faulty(faults);
    }
    var operation = all.operations().getFirst();
    var origins =
        all.contracts().stream()
            .collect(Collectors.toMap(said -> said.value().id().text(), Said::origin));
    return new Loading.Loaded(
        new ContractSet(operation.value(), all.contracts().stream().map(Said::value).toList()),
        new SourceIndex(places.sources(), origins, operation.origin()),
        all.scenarios());
  }

  /// Each jar may bring the operation along: the same one in several of them is one.
  private static List<Fault> countOperations(List<Said<Operation>> operations, Places places) {
    if (operations.isEmpty()) {
      return List.of(
          Fault.of(
              Fault.Kind.LOAD,
              places.words(),
              "there is no BusinessOperation",
              "add a class that declares what the contracts share: business(\"...\")."));
    }
    var first = operations.getFirst();
    return operations.stream()
        .filter(more -> !more.value().equals(first.value()))
        .map(more ->
            Fault.of(
                Fault.Kind.LOAD,
                spot(more.origin(), more.value().position()),
                "this is a second BusinessOperation, and it differs from the one in "
                    + first.origin().words(),
                "the contracts of one business have one operation; keep one of the two."))
        .toList();
  }

  private static List<Fault> countContracts(List<Said<Contract>> contracts, Places places) {
    if (contracts.isEmpty()) {
      return List.of(
          Fault.of(
              Fault.Kind.LOAD,
              places.words(),
              "there is no WorkflowContract",
              "add a class that defines one: workflow(\"...\")."));
    }
    Map<String, Origin> first = new HashMap<>();
    var faults = new ArrayList<Fault>();
    for (var said : contracts) {
      var name = said.value().id().text();
      var before = first.putIfAbsent(name, said.origin());
      if (before != null) {
        faults.add(
            new Fault(
                Fault.Kind.DUPLICATE,
                spot(said.origin(), said.value().position()),
                name,
                name + " is already the name of a contract in " + before.words(),
                "give one of the two another name, or take one away."));
      }
    }
    return faults;
  }

  private static Spot spot(Origin origin, Position position) {
    if (origin.isJar() || position.line() == 0) {
      return Spot.of(origin.words(), 0);
    }
    boolean own = origin.file().endsWith(position.file());
    return own
        ? new SourceText().at(origin.file(), position.line(), 0, 0)
        : Spot.of(origin.words(), 0);
  }
}
