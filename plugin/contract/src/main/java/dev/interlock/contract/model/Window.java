package dev.interlock.contract.model;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/// A part of the week in local time. `to` is exclusive; a window with `to` not after `from` runs
/// over midnight into the next day.
public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
  public Window {
    days = Sets.sorted(days);
    if (days.isEmpty()) {
      throw new ContractException("a time window names no day; name at least one");
    }
    if (from.equals(to)) {
      throw new ContractException("a time window from " + from + " to " + to + " is empty");
    }
  }

  /// The same hours on every day.
  public static Window daily(LocalTime from, LocalTime to) {
    return new Window(EnumSet.allOf(DayOfWeek.class), from, to);
  }

  /// Whether the window runs over midnight.
  public boolean overMidnight() {
    return !to.isAfter(from);
  }
}
