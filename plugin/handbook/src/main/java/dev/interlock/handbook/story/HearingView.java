package dev.interlock.handbook.story;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What webhooks told of what is in the CRM, and what only reading it found.
public record HearingView(ZoneId zone, Instant now, List<Ear> ears) {
  public HearingView {
    ears = List.copyOf(ears);
  }

  /// One kind of thing that is read.
  ///
  /// @param kind what people call it
  /// @param met in the CRM since then
  /// @param told by webhooks
  /// @param found by reading alone; what is neither is still worked on
  /// @param obstacle why it cannot be read; empty when it can
  public record Ear(
      String kind,
      Instant since,
      long met,
      long told,
      long found,
      Optional<Instant> lookedAt,
      Instant next,
      String obstacle) {}
}
