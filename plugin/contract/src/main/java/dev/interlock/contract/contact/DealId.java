package dev.interlock.contract.contact;

/// An opportunity as the CRM numbers it.
public record DealId(String text) implements Comparable<DealId> {
  public DealId {
    if (text.isBlank()) {
      throw new IllegalArgumentException("DealId is blank");
    }
  }

  @Override
  public int compareTo(DealId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
