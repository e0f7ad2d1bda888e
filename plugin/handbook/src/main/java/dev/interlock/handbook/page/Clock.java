package dev.interlock.handbook.page;

import dev.interlock.handbook.words.DurationWords;
import java.time.Duration;
import java.util.Optional;

/// When a step is done, as far as the contract alone can tell.
///
/// @param words in a few words
/// @param sinceEntry the least time since entry, where the path fixes it
record Clock(String words, Optional<Duration> sinceEntry) {
  private static final String RIGHT_AFTER = "right after that";

  /// The moment of entry.
  static Clock entry() {
    return new Clock("at once, on entry", Optional.of(Duration.ZERO));
  }

  /// As soon as something happened, whenever that may be.
  static Clock atOnce() {
    return new Clock("at once", Optional.empty());
  }

  /// At a moment of the calendar.
  Clock atMoment() {
    return new Clock("at that moment", Optional.empty());
  }

  /// Right after the step before.
  Clock next() {
    return new Clock(RIGHT_AFTER, sinceEntry);
  }

  /// When a step that takes an unknown time is over.
  Clock unknown() {
    return new Clock("after that", Optional.empty());
  }

  /// When this much more time has passed.
  Clock after(Duration span) {
    Optional<Duration> later = sinceEntry.map(since -> since.plus(span));
    return new Clock(
        later
            .map(since -> DurationWords.span(since) + " after entry")
            .orElse("after " + DurationWords.span(span)),
        later);
  }
}
