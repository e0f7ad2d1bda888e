package dev.interlock.handbook.page;

import com.github.jknack.handlebars.Handlebars.SafeString;
import java.util.List;

/// The operating map: workflows, lanes, the ways between them, and the stages.
///
/// @param proof what was proved of all of them
/// @param checks the page of all checks
/// @param stages the pipelines as SVG; empty when there are none
public record MapView(
    Frame frame,
    ProofView proof,
    String checks,
    SafeString drawing,
    SafeString stages,
    List<LaneView> lanes,
    List<Route> routes,
    List<PipelineView> pipelines) {
  public MapView {
    lanes = List.copyOf(lanes);
    routes = List.copyOf(routes);
    pipelines = List.copyOf(pipelines);
  }

  /// A lane and who is in it.
  public record LaneView(
      String anchor, String name, String purpose, String sentence, List<Link> members) {
    public LaneView {
      members = List.copyOf(members);
    }
  }

  /// A way from an ending into another workflow.
  public record Route(Link from, String exit, String look, String words) {}
}
