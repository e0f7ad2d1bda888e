package dev.interlock.crm.highlevel.wire;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// An appointment, as three different calls describe it.
public record WireAppointment(Json json) {
  public WireAppointment {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> calendarId() {
    return json.text("calendarId");
  }

  public Optional<String> contactId() {
    return json.text("contactId");
  }

  public Optional<String> locationId() {
    return json.text("locationId");
  }

  public Optional<String> assignedUserId() {
    return json.text("assignedUserId");
  }

  public Optional<String> title() {
    return json.text("title");
  }

  public Optional<String> address() {
    return json.text("address");
  }

  public Optional<String> notes() {
    return json.text("notes");
  }

  /// `new`, `confirmed`, `cancelled`, `showed`, `noshow`, `invalid`, and in answers also `active`
  /// and `completed`.
  ///
  /// `appointmentStatus` wins over `status`, which some answers carry besides or instead.
  public Optional<String> status() {
    return json.firstText("appointmentStatus", "status");
  }

  /// When it begins; one of the calls gives local time without an offset.
  ///
  /// @param zone the location's time zone, for that case
  public Optional<Instant> start(ZoneId zone) {
    return json.text("startTime").flatMap(text -> Times.instant(text, zone));
  }

  /// When it ends, as [#start(ZoneId)].
  public Optional<Instant> end(ZoneId zone) {
    return json.text("endTime").flatMap(text -> Times.instant(text, zone));
  }

  public List<String> users() {
    return json.texts("users");
  }

  public Optional<Instant> dateAdded() {
    return json.instant("dateAdded");
  }

  public Optional<Instant> dateUpdated() {
    return json.instant("dateUpdated");
  }
}
