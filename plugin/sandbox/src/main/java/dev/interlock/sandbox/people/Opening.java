package dev.interlock.sandbox.people;

/// How a person first appears.
public enum Opening {
  /// Calls, and nobody answers.
  MISSED_CALL,
  /// Calls, nobody answers, and leaves a voicemail.
  VOICEMAIL,
  /// Fills in a form on the site.
  NEW_LEAD,
  /// Books an appointment through the site.
  BOOKING
}
