package dev.interlock.sandbox;

import dev.interlock.sandbox.time.SandboxClock;
import java.time.Instant;
import java.util.Optional;

/// A pretended CRM as its driver sees it: one sub-account, or a whole agency.
public interface Played {
  /// What [#runDue()] has done.
  ///
  /// @param acts how many planned things happened
  /// @param deliveries how many webhooks were sent
  record Done(int acts, int deliveries) {
    /// Whether there was anything to do.
    public boolean isAnything() {
      return acts > 0 || deliveries > 0;
    }
  }

  /// The time in it.
  SandboxClock clock();

  /// Does once what is due now: acts first, then the webhooks that follow from them.
  Done runRound();

  /// When the next thing is due: somebody's act, a carrier's word, or a webhook.
  Optional<Instant> nextEventAt();

  /// Does everything that is due now and returns when the receiver has answered all webhooks.
  default Done runDue() {
    int acts = 0;
    int deliveries = 0;
    Done round;
    do {
      round = runRound();
      acts += round.acts();
      deliveries += round.deliveries();
    } while (round.isAnything());
    return new Done(acts, deliveries);
  }

  /// Lets time pass up to an instant, and everything happen that is due until then, in order.
  default void advanceTo(Instant target) {
    runDue();
    for (var next = nextEventAt(); isUpTo(next, target); next = nextEventAt()) {
      next.ifPresent(clock()::advanceTo);
      runDue();
    }
    clock().advanceTo(target);
  }

  private static boolean isUpTo(Optional<Instant> next, Instant target) {
    return next.filter(due -> !due.isAfter(target)).isPresent();
  }
}
