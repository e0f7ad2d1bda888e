package dev.interlock.contract.model;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/// A recurring moment in the location's time zone.
public sealed interface Recurrence {
  /// The local time of day.
  LocalTime at();

  /// Every week on these days.
  record Weekly(Set<DayOfWeek> days, LocalTime at) implements Recurrence {
    public Weekly {
      days = Sets.sorted(days);
      if (days.isEmpty()) {
        throw new ContractException("a weekly schedule names no day; name at least one");
      }
    }
  }

  /// Every month on this day; in a shorter month on its last day.
  record Monthly(int day, LocalTime at) implements Recurrence {
    public Monthly {
      if (day < 1 || day > 31) {
        throw new ContractException("day " + day + " is in no month; say 1 to 31");
      }
    }
  }
}
