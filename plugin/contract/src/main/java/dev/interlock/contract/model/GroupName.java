package dev.interlock.contract.model;

/// What a group of tags that exclude each other is called.
public record GroupName(String text) implements Comparable<GroupName> {
  public GroupName {
    text = Texts.required("a group's name", text);
  }

  @Override
  public int compareTo(GroupName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
