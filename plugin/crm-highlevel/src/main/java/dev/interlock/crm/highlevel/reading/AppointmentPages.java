package dev.interlock.crm.highlevel.reading;

import dev.interlock.crm.Cursor;
import dev.interlock.crm.Read;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.highlevel.event.Readout;
import dev.interlock.crm.highlevel.names.AccountNames;
import dev.interlock.crm.highlevel.names.Named;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.CalendarCalls;
import dev.interlock.crm.highlevel.wire.WireAppointment;
import dev.interlock.crm.highlevel.wire.WireCalendar;
import dev.interlock.crm.highlevel.wire.WrongShapeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Appointments by when they take place: a page is a month of one calendar. HighLevel tells no
/// other order, so that what changed is found by comparing.
record AppointmentPages(CalendarCalls calls, AccountNames names, Readout readout) {
  /// Who came and who did not is marked within days.
  private static final Duration BACK = Duration.ofDays(7);

  private static final Duration MONTH = Duration.ofDays(31);
  private static final int MONTHS = 3;

  /// A page: the calendar, by its id, and which of its months.
  private record Place(String calendar, int month) {
    static Place of(String text) {
      int space = text.lastIndexOf(' ');
      try {
        return new Place(
            text.substring(0, Math.max(0, space)), Integer.parseInt(text.substring(space + 1)));
      } catch (NumberFormatException foreign) {
        throw new WrongShapeException("no place among appointments");
      }
    }

    Cursor cursor() {
      return new Cursor(calendar + " " + month);
    }
  }

  Read<SightingPage> read(Cursor from) {
    Optional<Place> place =
        from.equals(Cursor.start()) ? Optional.empty() : Optional.of(Place.of(from.text()));
    return Reads.of(names.calendars()).then(calendars -> read(ids(calendars), place));
  }

  private static TreeSet<String> ids(Named<WireCalendar> calendars) {
    return new TreeSet<>(calendars.nameById().keySet());
  }

  /// A calendar that is gone meanwhile is passed over.
  private Read<SightingPage> read(TreeSet<String> calendars, Optional<Place> asked) {
    Optional<Place> place =
        asked
            .filter(each -> calendars.contains(each.calendar()))
            .or(() ->
                Optional.ofNullable(
                        asked.isPresent()
                            ? calendars.higher(asked.get().calendar())
                            : first(calendars))
                    .map(first -> new Place(first, 0)));
    if (place.isEmpty()) {
      return new Read.Got<>(new SightingPage(List.of(), Optional.empty(), 0));
    }
    Place here = place.get();
    Instant start = readout.readAt().minus(BACK).plus(MONTH.multipliedBy(here.month()));
    return Reads.of(calls.events(here.calendar(), start, start.plus(MONTH)))
        .map(found -> page(found, next(calendars, here)));
  }

  private static @Nullable String first(TreeSet<String> calendars) {
    return calendars.isEmpty() ? null : calendars.first();
  }

  private static Optional<Cursor> next(TreeSet<String> calendars, Place here) {
    if (here.month() + 1 < MONTHS) {
      return Optional.of(new Place(here.calendar(), here.month() + 1).cursor());
    }
    return Optional.ofNullable(calendars.higher(here.calendar()))
        .map(calendar -> new Place(calendar, 0).cursor());
  }

  private SightingPage page(List<WireAppointment> found, Optional<Cursor> next) {
    return new SightingPage(
        found.stream().flatMap(each -> readout.appointment(each.json()).stream()).toList(),
        next,
        1);
  }
}
