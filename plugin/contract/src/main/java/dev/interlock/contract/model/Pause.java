package dev.interlock.contract.model;

import java.time.Duration;

/// What a wait waits for.
public sealed interface Pause {

  /// A span of real time.
  record For(Duration span) implements Pause {
    public For {
      span = Spans.positive("a wait", span);
    }
  }

  /// The next moment that lies in the window, in the contact's time zone; at once if it does now.
  record Into(Window window) implements Pause {}

  /// A moment relative to an appointment or a date. When the anchor moves, the moment moves along.
  ///
  /// @param ifPast what to do when the moment has passed already on arrival
  /// @param ifGone what to do when there is no such appointment or date, now or later
  record Until(Moment moment, Consequence ifPast, Consequence ifGone) implements Pause {}
}
