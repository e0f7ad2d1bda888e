package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.TagName;
import dev.interlock.contract.model.TaskLeft;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.Program;
import dev.interlock.simulation.Repertoire;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The tags, fields and tasks that a contract marks contacts with for itself: one of its steps puts
/// the tag on, fills the field or makes the task, and another of its steps or exits takes it off,
/// empties it or ticks it off.
///
/// @param tasks their titles
record Markers(Set<TagName> tags, Set<FieldName> fields, Set<String> tasks) {
  static final Markers NONE = new Markers(Set.of(), Set.of(), Set.of());

  Markers {
    tags = Set.copyOf(tags);
    fields = Set.copyOf(fields);
    tasks = Set.copyOf(tasks);
  }

  static Map<ContractId, Markers> of(Repertoire repertoire) {
    Map<ContractId, Markers> markers = new HashMap<>();
    repertoire
        .programs()
        .forEach(program -> markers.putIfAbsent(program.contract().id(), of(program)));
    return Map.copyOf(markers);
  }

  private static Markers of(Program program) {
    Set<TagName> added = new HashSet<>();
    Set<TagName> taken = new HashSet<>();
    Set<FieldName> filled = new HashSet<>();
    Set<FieldName> emptied = new HashSet<>();
    Set<String> made = new HashSet<>();
    Set<Optional<String>> ticked = new HashSet<>();
    for (Node node : program.nodes().values()) {
      if (node instanceof Node.ActNode act) {
        switch (act.step().action()) {
          case Action.AddTag(var tag) -> added.add(tag);
          case Action.RemoveTag(var tag) -> taken.add(tag);
          case Action.SetField(var field, var value) when !value.isBlank() -> filled.add(field);
          case Action.ClearField(var field) -> emptied.add(field);
          case Action.CreateTask(var title, _, _, _) -> made.add(title);
          case Action.CompleteTasks(var titled) -> ticked.add(titled);
          case Action _ -> {}
        }
      }
    }
    byExits(program.contract(), taken, emptied);
    added.retainAll(taken);
    filled.retainAll(emptied);
    program.contract().exits().stream()
        .flatMap(exit -> TaskLeft.tickedOffBy(exit).stream())
        .map(Optional::of)
        .forEach(ticked::add);
    made.removeIf(title ->
        !ticked.contains(Optional.of(title)) && !ticked.contains(Optional.<String>empty()));
    return new Markers(added, filled, made);
  }

  private static void byExits(Contract contract, Set<TagName> taken, Set<FieldName> emptied) {
    contract.exits().stream()
        .flatMap(exit -> exit.leaves().stream())
        .forEach(leaves -> {
          switch (leaves) {
            case Leaves.NotTagged(var tag) -> taken.add(tag);
            case Leaves.FieldSet(var field, var value) when value.isBlank() -> emptied.add(field);
            case Leaves _ -> {}
          }
        });
  }
}
