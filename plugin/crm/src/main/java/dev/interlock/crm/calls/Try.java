package dev.interlock.crm.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One call at a time that finds out whether the CRM allows calls again. One that hangs does not
/// hold up all others for as long as it hangs: after a while another one tries.
final class Try {
  private static final Duration LASTS = Duration.ofSeconds(2);
  private static final Duration MOMENT = Duration.ofMillis(250);

  private Instant last = Instant.EPOCH;

  /// When a call may try; empty when one may now.
  ///
  /// @param underWay calls that were not answered yet, of before or trying
  /// @param room how many calls the CRM certainly allows
  Optional<Instant> heldUntil(Instant now, int underWay, long room) {
    boolean isTrying = !last.isAfter(now) && now.isBefore(last.plus(LASTS));
    boolean mayTry = underWay == 0 || (!isTrying && underWay < room);
    return mayTry ? Optional.empty() : Optional.of(now.plus(MOMENT));
  }

  void made(Instant now) {
    last = now;
  }
}
