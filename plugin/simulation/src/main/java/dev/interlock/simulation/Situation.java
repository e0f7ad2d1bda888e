package dev.interlock.simulation;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.core.run.Run;
import java.util.List;

/// How everything stands when nothing more happens by itself at this moment.
///
/// @param underWay runs that are not over, in the order in which they began
/// @param commanded those of them whose command has no outcome yet
/// @param pending whether an entry waits for a lane to be cleared, or news is still on its way
/// @param openTask whether a task about the contact is open; each has a time by which it is due
public record Situation(
    ContactSnapshot contact,
    List<Run> underWay,
    List<Who> commanded,
    boolean pending,
    boolean openTask) {
  public Situation {
    underWay = List.copyOf(underWay);
    commanded = List.copyOf(commanded);
  }
}
