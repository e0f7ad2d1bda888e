package dev.interlock.contract.contact;

/// One connected CRM account (at HighLevel a location). Every fact belongs to one.
public record InstallationId(String text) implements Comparable<InstallationId> {
  public InstallationId {
    if (text.isBlank()) {
      throw new IllegalArgumentException("InstallationId is blank");
    }
  }

  @Override
  public int compareTo(InstallationId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
