package dev.interlock.crm.calls;

import java.time.Instant;

/// Whether a call may be made.
public sealed interface Leave {

  /// It may, and how it went has to be told under this number, whatever happens.
  record Given(long call) implements Leave {}

  /// It may not, and nothing was counted.
  record Withheld(Instant until, String reason) implements Leave {}
}
