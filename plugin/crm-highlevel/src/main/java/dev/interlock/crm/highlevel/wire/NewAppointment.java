package dev.interlock.crm.highlevel.wire;

/// An appointment to be booked.
///
/// @param start the slot exactly as the CRM wrote it, offset and all ([WireSlot#text()])
/// @param end empty for the calendar's own length
/// @param assignedUserId empty to let the calendar choose
public record NewAppointment(
    String calendarId,
    String contactId,
    String start,
    String end,
    String title,
    String assignedUserId) {

  public static NewAppointment at(WireSlot slot, String calendarId, String contactId) {
    return new NewAppointment(calendarId, contactId, slot.text(), "", "", "");
  }

  public NewAppointment titled(String words) {
    return new NewAppointment(calendarId, contactId, start, end, words, assignedUserId);
  }

  public NewAppointment assignedTo(String userId) {
    return new NewAppointment(calendarId, contactId, start, end, title, userId);
  }

  Body body(String locationId) {
    return Body.of("calendarId", calendarId)
        .with("locationId", locationId)
        .with("contactId", contactId)
        .with("startTime", start)
        .unlessEmpty("endTime", end)
        .unlessEmpty("title", title)
        .unlessEmpty("assignedUserId", assignedUserId);
  }
}
