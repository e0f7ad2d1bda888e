package dev.interlock.engine.intents;

import dev.interlock.contract.contact.MessageId;
import dev.interlock.core.run.Outcome;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Found;
import dev.interlock.crm.calls.Calls;
import dev.interlock.engine.store.Intents.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks in the CRM for what became of a command in doubt.
record Search(Means means, Intent intent) {
  private static final Logger LOG = LoggerFactory.getLogger(Search.class);

  /// By less, what is looked for is found all the same, and what is not there has time to come.
  private static final Duration FAR_AHEAD = Duration.ofDays(1);

  /// What a look brought.
  sealed interface Finding {
    /// Nobody needs to look: doing it twice does no harm.
    record NoDoubt() implements Finding {}

    /// What became of it, or that nobody can tell.
    record Known(Outcome outcome) implements Finding {}

    /// It certainly had no effect.
    record NotDone() implements Finding {}

    /// It may be found later.
    record LookAgain(Instant moment) implements Finding {}
  }

  Finding finding() {
    Optional<Deed> deed = intent.deed().filter(told -> !Repeating.isHarmless(told));
    if (deed.isEmpty()) {
      return new Finding.NoDoubt();
    }
    Instant tried = intent.triedAt().orElseGet(() -> calls().theirs(intent.decidedAt()));
    return switch (found(deed.get(), tried)) {
      case Found.Happened(var message, var reference) ->
          new Finding.Known(new Outcome.Done(message, reference));
      case Found.DidNot() when isTimeless(tried) -> timeless();
      case Found.NotYet _ when isTimeless(tried) -> timeless();
      case Found.DidNot() -> new Finding.NotDone();
      case Found.CannotTell(var reason) -> new Finding.Known(new Outcome.InDoubt(reason));
      case Found.NotYet(var reason) -> notYet(tried, reason);
    };
  }

  private Calls calls() {
    return means.desk().crm().calls();
  }

  /// Whether nothing follows from not finding it, since nobody knows when it was tried, or what
  /// time it is: our clock is far ahead, or was then.
  private boolean isTimeless(Instant tried) {
    return calls().isLost() || tried.isAfter(calls().theirs(means.now()).plus(FAR_AHEAD));
  }

  private static Finding timeless() {
    return new Finding.Known(
        new Outcome.InDoubt(
            "the clock of Interlock's machine is far ahead, or was when it was tried; by its time"
                + " nothing can be found in the CRM"));
  }

  private Found found(Deed deed, Instant tried) {
    try {
      return means.desk().crm().look(intent.contact(), deed, tried, others());
    } catch (RuntimeException bug) {
      LOG.error("a look failed in an unforeseen way", bug);
      return new Found.NotYet("the look failed in an unforeseen way");
    }
  }

  private Set<MessageId> others() {
    return means
        .store()
        .read(tables -> tables.ledger().messages(means.desk().id(), intent.contact()));
  }

  private Finding notYet(Instant tried, String reason) {
    Instant now = means.now();
    Duration passed = Duration.between(tried, calls().theirs(now));
    Instant next = now.plus(Patience.pauseBetweenLooks(passed));
    if (calls().heldUntil(now).isPresent()) {
      // it may not have been looked at all, and nothing follows from that
      return new Finding.LookAgain(next);
    }
    boolean looksEnough = means.vainLooks().another(intent.command().id());
    return looksEnough && passed.compareTo(means.patience().doubt()) >= 0
        ? new Finding.Known(new Outcome.InDoubt(reason))
        : new Finding.LookAgain(next);
  }
}
