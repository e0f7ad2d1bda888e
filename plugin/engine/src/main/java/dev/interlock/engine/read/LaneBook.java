package dev.interlock.engine.read;

import java.util.List;

/// Who holds lanes of contacts, and who waits for them, at one moment.
///
/// @param held the longest first
/// @param entering of each lane the one that comes next first
/// @param inTurn runs that wait in turn, of each lane the one that comes next first
public record LaneBook(List<LaneLine> held, List<EntryLine> entering, List<RunSummary> inTurn) {
  public LaneBook {
    held = List.copyOf(held);
    entering = List.copyOf(entering);
    inTurn = List.copyOf(inTurn);
  }
}
