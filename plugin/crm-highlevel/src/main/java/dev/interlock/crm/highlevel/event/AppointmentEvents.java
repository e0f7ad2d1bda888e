package dev.interlock.crm.highlevel.event;

import static dev.interlock.contract.contact.Appointment.Status.BOOKED;
import static dev.interlock.contract.contact.Appointment.Status.CONFIRMED;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Appointment.Status;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.crm.highlevel.contact.Appointments;
import dev.interlock.crm.highlevel.wire.Json;
import dev.interlock.crm.highlevel.wire.WireAppointment;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What became of appointments. HighLevel says that one was made, changed or deleted; what changed
/// is found by comparing it with what is remembered. The type is believed only where nothing is
/// remembered: the vendor's own samples have it wrong.
final class AppointmentEvents {
  private static final Duration AS_IT_WAS_MADE = Duration.ofMinutes(1);

  private final Draft draft;
  private final Json json;
  private final Instant at;
  private final Appointment now;
  private final Optional<Appointment> before;

  private AppointmentEvents(Draft draft, Appointment now, Instant at) {
    this.draft = draft;
    this.json = draft.notice().appointment();
    this.at = at;
    this.now = now;
    this.before = Optional.ofNullable(draft.last().appointments().get(now.id()));
  }

  static void translate(Draft draft, Words words) {
    var wire = new WireAppointment(draft.notice().appointment());
    Optional<Appointment> now =
        Appointments.of(wire, words.calendarsWith(wire.calendarId().orElse("")), words.zone());
    if (now.isEmpty()) {
      draft.silent("an appointment without a calendar or a beginning");
      return;
    }
    Instant at = wire.dateUpdated().orElseGet(draft.notice()::happenedAt);
    new AppointmentEvents(draft, now.get(), at).translate();
  }

  private void translate() {
    Optional<Instant> known = draft.knownAsOf(now.id().text());
    boolean deleted = before.isEmpty() && known.filter(gone -> !at.isAfter(gone)).isPresent();
    if (deleted || draft.isLate(now.id().text(), at)) {
      draft.silent("what is known of the appointment is younger than this");
      return;
    }
    if (draft.notice().kind() == EventKind.APPOINTMENT_DELETE) {
      deleted();
    } else {
      before.ifPresentOrElse(this::compared, this::firstMet);
      draft.remember(now);
    }
    draft.knownAt(now.id().text(), at);
  }

  private void deleted() {
    draft.silent("it was cancelled before");
    if (before.map(Appointment::status).filter(Status.CANCELLED::equals).isEmpty()) {
      tell(AppointmentChange.CANCELLED, with(Status.CANCELLED));
    }
    draft.forget(now.id());
  }

  private Appointment with(Status status) {
    return new Appointment(now.id(), now.calendar(), now.start(), now.end(), status);
  }

  private void firstMet() {
    draft.notice().readout().ifPresentOrElse(this::firstRead, this::firstHeard);
  }

  /// An appointment that was made before anybody watched, and stands as it was made, is no news;
  /// nobody can say what changed in it.
  private void firstRead(Readout readout) {
    draft.silent("an appointment from before");
    Optional<Instant> made = json.instant("dateAdded");
    if (readout.isNew(made)) {
      firstHeard(made.filter(moment -> at.isAfter(moment.plus(AS_IT_WAS_MADE))).isPresent());
    } else if (now.status() != BOOKED) {
      becomes(BOOKED);
    }
  }

  private void firstHeard() {
    // one that is made comes confirmed where the calendar confirms by itself
    firstHeard(draft.notice().kind() == EventKind.APPOINTMENT_UPDATE);
  }

  /// @param changed whether it is not as it was made any more
  private void firstHeard(boolean changed) {
    switch (now.status()) {
      case BOOKED -> tell(AppointmentChange.BOOKED, now);
      case CONFIRMED -> {
        tell(AppointmentChange.BOOKED, now);
        if (changed) {
          tell(AppointmentChange.CONFIRMED, now);
        }
      }
      case CANCELLED -> tell(AppointmentChange.CANCELLED, now);
      case SHOWED -> tell(AppointmentChange.SHOWED, now);
      case NO_SHOW -> tell(AppointmentChange.NO_SHOW, now);
    }
  }

  private void compared(Appointment last) {
    draft.silent("nothing in it that a contract listens to has changed");
    boolean stands = now.status() == BOOKED || now.status() == CONFIRMED;
    if (stands && !last.start().equals(now.start())) {
      tell(AppointmentChange.RESCHEDULED, now);
    }
    if (last.status() != now.status()) {
      becomes(last.status());
    }
  }

  private void becomes(Status last) {
    switch (now.status()) {
      // back from confirmed to new says no more than that it was moved
      case BOOKED -> {
        if (last != CONFIRMED) {
          tell(AppointmentChange.BOOKED, now);
        }
      }
      case CONFIRMED -> tell(AppointmentChange.CONFIRMED, now);
      case CANCELLED -> tell(AppointmentChange.CANCELLED, now);
      case SHOWED -> tell(AppointmentChange.SHOWED, now);
      case NO_SHOW -> tell(AppointmentChange.NO_SHOW, now);
    }
  }

  private void tell(AppointmentChange change, Appointment appointment) {
    String version = json.text("dateUpdated").orElseGet(draft.notice()::version);
    draft.tell(
        "appointment-"
            + change.name().toLowerCase(Locale.ROOT).replace('_', '-')
            + "/"
            + now.id()
            + "/"
            + version,
        at,
        provenance(change),
        new Happening.AppointmentHappened(change, appointment));
  }

  /// Who books through the calendar's own page is the contact. Of later changes nobody tells.
  private Provenance provenance(AppointmentChange change) {
    boolean byPage = json.text("source").filter("booking_widget"::equalsIgnoreCase).isPresent();
    return change == AppointmentChange.BOOKED && byPage ? Provenance.OUTSIDE : Provenance.UNKNOWN;
  }
}
