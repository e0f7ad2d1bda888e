package dev.interlock.crm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock for spans of time: how long something is kept, trusted or left alone. It moves as its
/// source does, but where that is set back it goes on from what it showed last: whatever began
/// before would last for as long as the source was ahead, otherwise.
///
/// What it shows may be ahead of every other clock from then on. It is for nothing that is stored,
/// and for no comparison with moments that anybody else tells. Thread-safe.
public final class SteadyClock implements InstantSource {
  private final InstantSource source;
  private Duration ahead = Duration.ZERO;
  private Instant shown = Instant.MIN;

  public SteadyClock(InstantSource source) {
    this.source = source;
  }

  @Override
  public synchronized Instant instant() {
    Instant now = source.instant().plus(ahead);
    if (now.isBefore(shown)) {
      ahead = ahead.plus(Duration.between(now, shown));
    } else {
      shown = now;
    }
    return shown;
  }
}
