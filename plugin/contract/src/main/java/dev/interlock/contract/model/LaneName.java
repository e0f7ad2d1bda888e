package dev.interlock.contract.model;

/// What an exclusion group is called. A contact is in at most one run per lane.
public record LaneName(String text) implements Comparable<LaneName> {
  public LaneName {
    text = Texts.required("a lane's name", text);
  }

  @Override
  public int compareTo(LaneName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
