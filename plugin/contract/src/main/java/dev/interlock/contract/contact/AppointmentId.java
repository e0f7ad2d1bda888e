package dev.interlock.contract.contact;

/// An appointment as the CRM numbers it.
public record AppointmentId(String text) implements Comparable<AppointmentId> {
  public AppointmentId {
    if (text.isBlank()) {
      throw new IllegalArgumentException("AppointmentId is blank");
    }
  }

  @Override
  public int compareTo(AppointmentId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
