package dev.interlock.core;

/// Three-valued truth: unknown is what the CRM did not say, and never silently no.
public enum Truth {
  NO,
  UNKNOWN,
  YES;

  /// Yes or no.
  public static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  /// The contrary; of unknown, unknown.
  public Truth negated() {
    return switch (this) {
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
      case YES -> NO;
    };
  }

  /// Both hold: the weaker of the two.
  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /// At least one holds: the stronger of the two.
  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
