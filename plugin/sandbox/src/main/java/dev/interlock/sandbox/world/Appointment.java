package dev.interlock.sandbox.world;

import java.time.Instant;

/// An appointment in a calendar.
///
/// @param status `new`, `confirmed`, `cancelled`, `showed`, `noshow` or `invalid`
/// @param source how it was booked: `booking_widget`, `calendar_page` (by hand) or `api`
/// @param createdBy the colleague who made it; empty when it was none
public record Appointment(
    String id,
    String calendarId,
    String contactId,
    String title,
    String status,
    String assignedUserId,
    Instant start,
    Instant end,
    String address,
    String notes,
    String source,
    String createdBy,
    Instant added,
    Instant updated)
    implements Thing {

  /// Whether it still takes up its time.
  public boolean isHeld() {
    return !status.equals("cancelled") && !status.equals("invalid");
  }

  /// The same appointment with another status.
  public Appointment withStatus(String wanted) {
    return new Appointment(
        id,
        calendarId,
        contactId,
        title,
        wanted,
        assignedUserId,
        start,
        end,
        address,
        notes,
        source,
        createdBy,
        added,
        updated);
  }

  /// The same appointment at another time.
  public Appointment at(Instant newStart, Instant newEnd) {
    return new Appointment(
        id,
        calendarId,
        contactId,
        title,
        status,
        assignedUserId,
        newStart,
        newEnd,
        address,
        notes,
        source,
        createdBy,
        added,
        updated);
  }

  /// The same appointment with other words on it.
  public Appointment titled(String newTitle, String newAddress, String newUserId, String newNotes) {
    return new Appointment(
        id,
        calendarId,
        contactId,
        newTitle,
        status,
        newUserId,
        start,
        end,
        newAddress,
        newNotes,
        source,
        createdBy,
        added,
        updated);
  }

  Appointment stamped(Instant now) {
    return new Appointment(
        id,
        calendarId,
        contactId,
        title,
        status,
        assignedUserId,
        start,
        end,
        address,
        notes,
        source,
        createdBy,
        added,
        now);
  }
}
