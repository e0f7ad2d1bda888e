package dev.interlock.core.run;

/// What deciding comes to.
public sealed interface Verdict {

  /// It is decided.
  record Decided(Decision decision) implements Verdict {}

  /// The contact has to be read from the CRM first; then decide the same thing again.
  record NeedsContact() implements Verdict {}
}
