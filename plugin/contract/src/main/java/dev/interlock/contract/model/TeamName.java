package dev.interlock.contract.model;

/// A team, role or person as the business calls it.
public record TeamName(String text) implements Comparable<TeamName> {
  public TeamName {
    text = Texts.required("a team's name", text);
  }

  @Override
  public int compareTo(TeamName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
