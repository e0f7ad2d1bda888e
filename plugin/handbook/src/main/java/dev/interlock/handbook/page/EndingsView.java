package dev.interlock.handbook.page;

import java.util.List;

/// The glossary of endings: what each sort means, and every ending of every workflow.
public record EndingsView(Frame frame, List<Sort> sorts) {
  public EndingsView {
    sorts = List.copyOf(sorts);
  }

  /// One sort of ending.
  public record Sort(String look, String name, String meaning, List<ExitView> exits) {
    public Sort {
      exits = List.copyOf(exits);
    }
  }
}
