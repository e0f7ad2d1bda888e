package dev.interlock.sandbox.world;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/// A calendar that appointments can be booked in.
///
/// @param slot how long an appointment takes
/// @param seats how many appointments fit side by side
/// @param members the colleagues whom it books, first one first
public record Calendar(
    String id,
    String name,
    Duration slot,
    int seats,
    Set<DayOfWeek> days,
    LocalTime opens,
    LocalTime closes,
    List<String> members) {
  /// Copies what it is given.
  public Calendar {
    days = Set.copyOf(days);
    members = List.copyOf(members);
  }
}
