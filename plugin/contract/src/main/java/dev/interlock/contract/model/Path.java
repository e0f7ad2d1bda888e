package dev.interlock.contract.model;

import java.util.List;

/// Steps in the order in which they are taken.
public record Path(List<Step> steps) {
  private static final Path NOTHING = new Path(List.of());

  public Path {
    steps = List.copyOf(steps);
  }

  /// A path that does nothing and goes on with what follows.
  public static Path nothing() {
    return NOTHING;
  }

  /// A path of one step.
  public static Path of(Step step) {
    return new Path(List.of(step));
  }
}
