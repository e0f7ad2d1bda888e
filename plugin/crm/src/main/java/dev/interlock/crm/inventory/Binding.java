package dev.interlock.crm.inventory;

import java.util.List;

/// A name that contracts use, and the id of what had it when somebody looked.
///
/// @param within the name of the pipeline of a stage; empty for everything else
/// @param order the ids of a pipeline's stages in their order; empty for everything else
public record Binding(Thing.Kind kind, String within, String name, String id, List<String> order) {
  public Binding {
    order = List.copyOf(order);
  }

  /// As in: stage *Booked* of *Sales*.
  public String words() {
    String plain = kind.word() + " *" + name + "*";
    return within.isEmpty() ? plain : plain + " of *" + within + "*";
  }
}
