package dev.interlock.contract.contact;

/// A contact as the CRM numbers it, inside its installation.
public record ContactId(String text) implements Comparable<ContactId> {
  public ContactId {
    if (text.isBlank()) {
      throw new IllegalArgumentException("ContactId is blank");
    }
  }

  @Override
  public int compareTo(ContactId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
