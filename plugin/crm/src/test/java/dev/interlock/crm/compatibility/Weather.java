package dev.interlock.crm.compatibility;

/// How the CRM takes everything that would change something. Reading always works.
public enum Weather {
  /// As it should.
  FINE,
  /// It asks to slow down, and does nothing.
  SLOW_DOWN,
  /// It fails, and has done nothing.
  DROPPED,
  /// It does it, and fails before it says so.
  LOST,
  /// It does it, and its answer cannot be read.
  GARBLED,
  /// It says that we have no right to that.
  NO_RIGHT
}
