package dev.interlock.handbook.page;

import java.util.List;

/// A pipeline and what happens at each of its stages.
public record PipelineView(String name, List<StageView> stages) {
  public PipelineView {
    stages = List.copyOf(stages);
  }

  /// One stage.
  ///
  /// @param owner the team with the next move; empty text when nobody has it
  /// @param next what staff do with a deal that stands here; may be empty
  /// @param rules the rest that is declared of it, as sentences
  /// @param arrivals by which workflows and how contacts come here
  /// @param begins workflows that begin when somebody comes here
  public record StageView(
      String anchor,
      String name,
      String owner,
      String next,
      boolean last,
      List<String> rules,
      List<Arrival> arrivals,
      List<Link> begins) {
    public StageView {
      rules = List.copyOf(rules);
      arrivals = List.copyOf(arrivals);
      begins = List.copyOf(begins);
    }
  }

  /// How a workflow brings contacts to a stage.
  public record Arrival(Link workflow, String how) {}
}
