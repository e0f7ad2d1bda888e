package dev.interlock.core.run;

/// A command of a run, numbered from 1 in the order in which they were decided. Deciding the same
/// thing again gives the same id, so an intent is stored once.
public record CommandId(RunId run, int number) {
  @Override
  public String toString() {
    return run + "/" + number;
  }
}
