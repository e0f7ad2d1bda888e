package dev.interlock.app.trigger;

import dev.interlock.engine.store.Subscriptions.Heard;
import dev.interlock.engine.store.Subscriptions.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether what is told of a trigger is newer than what is known of it.
///
/// The calls say neither when something was done nor as which one of several: only what was done.
/// So a deletion is always taken. What comes within a minute after one was sent before it; what
/// comes later was done anew, as by somebody who takes a workflow out of service and back, and a
/// trigger that would be deaf for ever without anybody knowing is worse than one that HighLevel
/// refuses when it fires. A creation after a change is the older of the two. Of two changes the one
/// that comes last is taken: nothing tells them apart.
final class Order {
  /// How long what was sent before a deletion may take to come after it.
  static final Duration LATE = Duration.ofMinutes(1);

  private Order() {}

  /// What is done with what was told.
  enum Of {
    NEWER,
    OLDER,
    /// It came soon after the deletion: it is left, and whoever sent it is told so.
    LATE
  }

  static Of of(Optional<Subscription> known, Heard heard, Instant now) {
    if (heard == Heard.DELETED || known.isEmpty()) {
      return Of.NEWER;
    }
    return switch (known.get().heard()) {
      case DELETED -> now.isBefore(known.get().heardAt().plus(LATE)) ? Of.LATE : Of.NEWER;
      case UPDATED -> heard == Heard.CREATED ? Of.OLDER : Of.NEWER;
      case CREATED -> Of.NEWER;
    };
  }
}
