package dev.interlock.contract.model;

/// A calendar as people see it named in the CRM.
public record CalendarName(String text) implements Comparable<CalendarName> {
  public CalendarName {
    text = Texts.required("a calendar's name", text);
  }

  @Override
  public int compareTo(CalendarName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
