package dev.interlock.handbook.page;

import java.util.List;

/// The first page: all workflows, the lanes they share and the stages they move contacts through.
///
/// @param proof what was proved of all of them
/// @param checks the page of all checks
public record IndexView(
    Frame frame,
    ProofView proof,
    String checks,
    List<Entry> workflows,
    List<Labelled> lanes,
    List<PipelineView> pipelines) {
  public IndexView {
    workflows = List.copyOf(workflows);
    lanes = List.copyOf(lanes);
    pipelines = List.copyOf(pipelines);
  }

  /// One workflow.
  ///
  /// @param checked what the verifier said, in a few words
  /// @param sound whether it found nothing that blocks
  public record Entry(
      String title,
      String href,
      String purpose,
      String begins,
      String owner,
      String version,
      String checked,
      boolean sound,
      List<Long> running,
      List<ExitView> exits) {
    public Entry {
      running = List.copyOf(running);
      exits = List.copyOf(exits);
    }
  }
}
