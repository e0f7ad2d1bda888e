package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The calendars and the appointments in them.
public final class Calendars {
  private static final Duration SHORTEST_NOTICE = Duration.ofHours(1);

  private final Ground ground;
  private final ZoneId zone;
  private final Map<String, Calendar> calendars = new LinkedHashMap<>();
  private final Map<String, Appointment> byId = new LinkedHashMap<>();

  Calendars(Ground ground, ZoneId zone) {
    this.ground = ground;
    this.zone = zone;
  }

  /// Sets up a calendar.
  public Calendar add(Calendar calendar) {
    calendars.put(ground.issue(calendar.id()), calendar);
    return calendar;
  }

  /// All calendars.
  public List<Calendar> all() {
    return List.copyOf(calendars.values());
  }

  /// The calendar with an id.
  public Optional<Calendar> calendar(String id) {
    return Optional.ofNullable(calendars.get(id));
  }

  /// The appointment with an id.
  public Optional<Appointment> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// All appointments, in the order in which they were booked.
  public List<Appointment> appointments() {
    return List.copyOf(byId.values());
  }

  /// All appointments of a contact, in the order in which they were booked.
  public List<Appointment> of(String contactId) {
    return byId.values().stream()
        .filter(appointment -> appointment.contactId().equals(contactId))
        .toList();
  }

  /// The slots that can be booked on a day of the business, earliest first.
  public List<ZonedDateTime> freeSlots(Calendar calendar, LocalDate day) {
    var free = new ArrayList<ZonedDateTime>();
    if (!calendar.days().contains(day.getDayOfWeek())) {
      return free;
    }
    var closes = day.atTime(calendar.closes()).atZone(zone);
    var slot = day.atTime(calendar.opens()).atZone(zone);
    while (!slot.plus(calendar.slot()).isAfter(closes)) {
      if (isFree(calendar, slot.toInstant())) {
        free.add(slot);
      }
      slot = slot.plus(calendar.slot());
    }
    return free;
  }

  /// Whether an appointment can be booked to begin at a time.
  public boolean isFree(Calendar calendar, Instant start) {
    if (start.isBefore(ground.now().plus(SHORTEST_NOTICE))) {
      return false;
    }
    var end = start.plus(calendar.slot());
    long taken =
        byId.values().stream()
            .filter(Appointment::isHeld)
            .filter(appointment -> appointment.calendarId().equals(calendar.id()))
            .filter(appointment ->
                appointment.start().isBefore(end) && start.isBefore(appointment.end()))
            .count();
    return taken < calendar.seats();
  }

  /// Whether a time is the beginning of one of the calendar's slots.
  public boolean isSlot(Calendar calendar, Instant start) {
    var local = start.atZone(zone);
    if (!calendar.days().contains(local.getDayOfWeek())) {
      return false;
    }
    var opens = local.toLocalDate().atTime(calendar.opens()).atZone(zone);
    var closes = local.toLocalDate().atTime(calendar.closes()).atZone(zone);
    return !local.isBefore(opens)
        && !local.plus(calendar.slot()).isAfter(closes)
        && Duration.between(opens, local).toMillis() % calendar.slot().toMillis() == 0;
  }

  /// Books an appointment.
  public Appointment book(
      Calendar calendar, String contactId, Instant start, String source, String userId, By by) {
    var now = ground.now();
    return add(
        new Appointment(
            newId(contactId),
            calendar.id(),
            contactId,
            calendar.name(),
            "confirmed",
            calendar.members().isEmpty() ? "" : calendar.members().getFirst(),
            start,
            start.plus(calendar.slot()),
            "",
            "",
            source,
            userId,
            now,
            now),
        by);
  }

  /// Books an appointment that is all filled in.
  public Appointment add(Appointment appointment, By by) {
    byId.put(appointment.id(), appointment);
    ground.tell(new Change.Created(appointment, by, ground.now()));
    return appointment;
  }

  /// A fresh id for an appointment.
  public String newId(String contactId) {
    return ground.newId("appointment", contactId);
  }

  /// Changes an appointment. Nothing is told when nothing changed.
  public Appointment edit(String id, UnaryOperator<Appointment> change, By by) {
    var before = known(id);
    var wanted = change.apply(before);
    if (wanted.equals(before)) {
      return before;
    }
    var after = wanted.stamped(ground.now());
    byId.put(id, after);
    ground.tell(new Change.AppointmentChanged(before, after, by, ground.now()));
    return after;
  }

  /// Deletes an appointment.
  public void delete(String id, By by) {
    var appointment = known(id);
    byId.remove(id);
    ground.tell(new Change.Deleted(appointment, by, ground.now()));
  }

  private Appointment known(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no appointment " + id));
  }
}
