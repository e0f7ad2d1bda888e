package dev.interlock.crm.highlevel.wire;

/// What to change in an appointment. What is not said stays as it is.
///
/// @param status `new`, `confirmed`, `cancelled`, `showed`, `noshow`, `invalid`; empty to leave it
/// @param start the new slot exactly as the CRM wrote it, empty to leave it
/// @param assignedUserId empty to leave it
public record AppointmentChange(String status, String start, String assignedUserId) {
  public static AppointmentChange toStatus(String word) {
    return new AppointmentChange(word, "", "");
  }

  public static AppointmentChange to(WireSlot slot) {
    return new AppointmentChange("", slot.text(), "");
  }

  public static AppointmentChange assignedTo(String userId) {
    return new AppointmentChange("", "", userId);
  }

  Body body() {
    return new Body()
        .unlessEmpty("appointmentStatus", status)
        .unlessEmpty("startTime", start)
        .unlessEmpty("assignedUserId", assignedUserId);
  }
}
