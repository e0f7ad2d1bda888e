package dev.interlock.contract.model;

/// One of the CRM's own automations (a native workflow), as people see it named there.
public record AutomationName(String text) implements Comparable<AutomationName> {
  public AutomationName {
    text = Texts.required("an automation's name", text);
  }

  @Override
  public int compareTo(AutomationName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
