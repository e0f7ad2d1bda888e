package dev.interlock.bench;

/// How contracts of a made-up set live together.
public enum Manner {
  /// Each keeps to its lane, admits only whom no other lane holds, and writes what only its own
  /// lane writes.
  TIDY,
  /// As tidy ones, but each admits also whom another lane holds, which they all leave in other
  /// words at their ends.
  LOOSE,
  /// Anybody writes anything at any time.
  DENSE
}
