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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntSupplier;

/// Appointments by when they take place, calendar by calendar. HighLevel tells no other order, so
/// that what changed is found by comparing.
///
/// @param rounds numbers the rounds
record AppointmentPages(
    CalendarCalls calls, AccountNames names, Readout readout, IntSupplier rounds) {
  /// A far month is read once in some rounds only, and who was off for longer has missed more.
  private static final Duration FAR_BACK = AppointmentPlace.MONTH;

  Read<SightingPage> read(Cursor from) {
    return from.equals(Cursor.start()) ? first() : goingOn(AppointmentPlace.of(from));
  }

  /// A round begins with the calendars, one of which may have been made since the last.
  private Read<SightingPage> first() {
    Instant moment = readout.readAt();
    int number = rounds.getAsInt();
    return Reads.of(names.calendarsAnew())
        .map(AppointmentPages::ids)
        .then(calendars -> {
          Optional<AppointmentPlace> place =
              calendars.stream()
                  .findFirst()
                  .map(calendar -> AppointmentPlace.first(moment, number, calendar));
          return read(calendars, place);
        });
  }

  private Read<SightingPage> goingOn(AppointmentPlace place) {
    return Reads.of(names.calendars())
        .map(AppointmentPages::ids)
        .then(calendars -> read(calendars, place.among(calendars)));
  }

  private static TreeSet<String> ids(Named<WireCalendar> calendars) {
    return new TreeSet<>(calendars.nameById().keySet());
  }

  private Read<SightingPage> read(TreeSet<String> calendars, Optional<AppointmentPlace> place) {
    if (place.isEmpty()) {
      return new Read.Got<>(new SightingPage(List.of(), Optional.empty()));
    }
    AppointmentPlace here = place.get();
    return Reads.of(calls.events(here.calendar(), here.start(), here.end()))
        .map(found -> page(found, here, calendars));
  }

  private SightingPage page(
      List<WireAppointment> found, AppointmentPlace here, TreeSet<String> calendars) {
    return new SightingPage(
        found.stream().flatMap(each -> readout.appointment(each.json()).stream()).toList(),
        here.next(calendars).map(AppointmentPlace::cursor),
        here.isFar() ? Optional.of(here.round().minus(FAR_BACK)) : Optional.empty());
  }
}
