package dev.interlock.handbook.page;

import com.github.jknack.handlebars.Handlebars.SafeString;
import java.util.List;

/// The page about the whole business at one moment.
///
/// @param fragment where the script finds the changing part anew; empty where nobody serves it
/// @param notice what a visitor has to know first; may be empty
public record DeskView(
    Frame frame,
    String fragment,
    String notice,
    When now,
    String zone,
    List<FactView> facts,
    List<WorkflowRow> workflows,
    List<AttentionRow> attention,
    List<WaitingRow> waiting,
    List<RefusalRow> refusals,
    List<LatestRow> latest) {
  public DeskView {
    facts = List.copyOf(facts);
    workflows = List.copyOf(workflows);
    attention = List.copyOf(attention);
    waiting = List.copyOf(waiting);
    refusals = List.copyOf(refusals);
    latest = List.copyOf(latest);
  }

  /// A figure.
  ///
  /// @param look `fact`, `kept` or `broken`
  public record FactView(String label, String value, String look, String verdict) {}

  /// A workflow in figures.
  ///
  /// @param bar how its runs ended, as a bar in SVG
  public record WorkflowRow(
      Link workflow,
      String purpose,
      long running,
      long refused,
      long over,
      SafeString bar,
      List<ExitCount> exits) {
    public WorkflowRow {
      exits = List.copyOf(exits);
    }
  }

  /// How many runs left by one exit.
  ///
  /// @param text its name
  public record ExitCount(String text, String href, String look, String kind, long count) {}

  /// Something that needs somebody's attention.
  public record AttentionRow(When since, Link contact, List<Link> workflow, String words) {
    public AttentionRow {
      workflow = List.copyOf(workflow);
    }
  }

  /// A contact who is to enter a workflow once another one has left them.
  public record WaitingRow(When since, Link contact, List<Link> workflow, String words) {
    public WaitingRow {
      workflow = List.copyOf(workflow);
    }
  }

  /// A contact who did not enter.
  public record RefusalRow(When at, Link contact, Link workflow, List<String> reasons) {
    public RefusalRow {
      reasons = List.copyOf(reasons);
    }
  }

  /// A line of some journal.
  public record LatestRow(
      When at, Link contact, Link workflow, String look, String label, String words) {}
}
