package dev.interlock.verifier.prove.concrete;

/// When a command ends of which the model says that it is done.
enum Tempo {
  /// At once, so that what it wrote is there.
  PROMPT,

  /// Only when its run goes on, so that what happens until then comes before.
  PATIENT,

  /// Like that; and not at all where its run is taken out meanwhile.
  CUT_OFF,

  /// Like that; and where its run is taken out meanwhile, the CRM did it and nobody was told.
  UNANSWERED
}
