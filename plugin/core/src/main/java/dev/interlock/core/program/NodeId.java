package dev.interlock.core.program;

/// A place in a program: a step's name, with `#2` and on for further turns of a repeat.
public record NodeId(String text) implements Comparable<NodeId> {
  @Override
  public int compareTo(NodeId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
