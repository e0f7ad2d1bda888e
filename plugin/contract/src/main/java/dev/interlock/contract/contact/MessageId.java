package dev.interlock.contract.contact;

/// A message as the CRM numbers it.
public record MessageId(String text) implements Comparable<MessageId> {
  public MessageId {
    if (text.isBlank()) {
      throw new IllegalArgumentException("MessageId is blank");
    }
  }

  @Override
  public int compareTo(MessageId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
