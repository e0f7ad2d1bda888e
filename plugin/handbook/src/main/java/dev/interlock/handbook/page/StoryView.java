package dev.interlock.handbook.page;

import java.util.List;

/// The page of one contact's story.
///
/// @param didNot what did not happen, the same lines as in the days
/// @param days the whole story by days, in the order of time
public record StoryView(
    Frame frame,
    String name,
    String id,
    When now,
    String zone,
    List<PlaceView> places,
    List<EndingView> endings,
    List<LineView> didNot,
    List<Day> days) {
  public StoryView {
    places = List.copyOf(places);
    endings = List.copyOf(endings);
    didNot = List.copyOf(didNot);
    days = List.copyOf(days);
  }

  /// Where the contact is in one workflow.
  public record PlaceView(Link workflow, When since, String where, String next, List<When> when) {
    public PlaceView {
      when = List.copyOf(when);
    }
  }

  /// How a run ended.
  public record EndingView(
      Link workflow,
      String exit,
      String look,
      When ended,
      boolean proven,
      String proof,
      String next) {}

  /// What happened on one day.
  public record Day(String name, List<LineView> lines) {
    public Day {
      lines = List.copyOf(lines);
    }
  }

  /// One line.
  ///
  /// @param workflow none for what concerns no workflow
  /// @param quote what was sent or received; empty when it is not shown
  public record LineView(
      When at,
      String look,
      String label,
      List<Link> workflow,
      String step,
      String words,
      String quote) {
    public LineView {
      workflow = List.copyOf(workflow);
    }
  }
}
