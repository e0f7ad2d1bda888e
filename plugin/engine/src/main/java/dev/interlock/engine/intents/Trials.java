package dev.interlock.engine.intents;

import dev.interlock.core.run.Command;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Run;
import dev.interlock.crm.calls.Calls;
import dev.interlock.engine.store.Intents.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How often a command was tried so far, and what follows when it could not be done once more.
///
/// @param leave what is known of former tries of the same message
record Trials(Intent intent, Optional<Memory.Grant> leave) {
  /// How old a decision to send may be when the CRM is told: consent, quiet hours and everything
  /// else were asked then, and are asked again for an older one.
  private static final Duration LEAVE_LASTS = Duration.ofMinutes(1);

  /// How long a message is held at most that waits for the CRM with all others.
  private static final Duration SOON = Duration.ofMinutes(5);

  static Trials of(Intent intent, Run run) {
    return new Trials(intent, isMessage(intent) ? run.memory().grant() : Optional.empty());
  }

  static boolean isMessage(Intent intent) {
    return intent.command().doing() instanceof Command.Say;
  }

  /// Whether what was decided is too old to be told as it is. How old it is nobody knows where the
  /// clock was set back since.
  static boolean isOld(Intent intent, Instant at) {
    return at.isAfter(intent.decidedAt().plus(LEAVE_LASTS))
        || at.isBefore(intent.decidedAt().minus(LEAVE_LASTS));
  }

  static boolean needsLeaveAgain(Intent intent, Instant at) {
    return isMessage(intent) && isOld(intent, at);
  }

  /// How often it was tried, with so many tries of this very command.
  int all(int own) {
    return leave.map(Memory.Grant::attempts).orElse(0) + own;
  }

  /// What becomes of a command that could not be done.
  sealed interface Next {
    /// It is over.
    record Over(Outcome outcome) implements Next {}

    /// It stands in line with all others, whom it is known when to wake: nothing is asked again for
    /// nothing.
    record InLine(int attempts) implements Next {}

    /// It is done at a later moment.
    record Later(Instant moment, int attempts) implements Next {}
  }

  /// While the CRM fails for everybody, nothing counts as an attempt of this one; and while it is
  /// left in peace, only messages become too old. How the CRM is says nothing of other addresses.
  Next next(Means means, Duration pause, String reason, boolean isAttempt) {
    Instant now = means.now();
    Calls calls = means.desk().crm().calls();
    boolean counts = isAttempt && (intent.isForElsewhere() || !calls.isOpen());
    int attempts = intent.attempts() + (counts ? 1 : 0);
    if (counts && all(attempts) > intent.command().retries()) {
      return new Next.Over(new Outcome.Refused("retries-used-up", reason));
    }
    boolean isLeftInPeace = calls.heldUntil(now).isPresent();
    boolean canBeTooOld = !counts && (leave.isPresent() || !isLeftInPeace);
    Instant since = leave.map(Memory.Grant::first).orElse(intent.decidedAt());
    if (canBeTooOld && now.isAfter(since.plus(means.patience().waiting()))) {
      return new Next.Over(new Outcome.Refused("waited-too-long", reason));
    }
    boolean isHeldWithOthers = !counts && isLeftInPeace && !intent.isForElsewhere();
    if (isHeldWithOthers && !isMessage(intent)) {
      return new Next.InLine(attempts);
    }
    Duration own = means.patience().pauseAfter(all(attempts));
    boolean asToldOrLonger = pause.compareTo(own) > 0 || (!counts && pause.isPositive());
    Duration longer = asToldOrLonger ? pause : own;
    // no timer rings while the CRM is left in peace, and all that are due ring as soon as it is not
    Instant until = now.plus(isHeldWithOthers && longer.compareTo(SOON) > 0 ? SOON : longer);
    return needsLeaveAgain(intent, until)
        ? new Next.Over(new Outcome.Postponed(until, reason, all(attempts)))
        : new Next.Later(until, attempts);
  }
}
