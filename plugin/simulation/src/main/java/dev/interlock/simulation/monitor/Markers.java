package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.Program;
import dev.interlock.simulation.Repertoire;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The tags that contracts mark contacts with for themselves: one of their steps puts it on, and
/// another of their steps or exits takes it off.
final class Markers {
  private Markers() {}

  static Map<ContractId, Set<TagName>> of(Repertoire repertoire) {
    Map<ContractId, Set<TagName>> markers = new HashMap<>();
    repertoire
        .programs()
        .forEach(program -> markers.putIfAbsent(program.contract().id(), of(program)));
    return Map.copyOf(markers);
  }

  private static Set<TagName> of(Program program) {
    Set<TagName> added = new HashSet<>();
    Set<TagName> taken = new HashSet<>();
    for (Node node : program.nodes().values()) {
      if (node instanceof Node.ActNode act) {
        switch (act.step().action()) {
          case Action.AddTag(var tag) -> added.add(tag);
          case Action.RemoveTag(var tag) -> taken.add(tag);
          case Action _ -> {}
        }
      }
    }
    taken.addAll(takenByExits(program.contract()));
    added.retainAll(taken);
    return Set.copyOf(added);
  }

  private static Set<TagName> takenByExits(Contract contract) {
    Set<TagName> taken = new HashSet<>();
    contract.exits().stream()
        .flatMap(exit -> exit.leaves().stream())
        .forEach(leaves -> {
          if (leaves instanceof Leaves.NotTagged(var tag)) {
            taken.add(tag);
          }
        });
    return taken;
  }
}
