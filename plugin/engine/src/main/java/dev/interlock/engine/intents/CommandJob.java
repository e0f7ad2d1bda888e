package dev.interlock.engine.intents;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.core.program.Node;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.crm.Crm.Detail;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Found;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sent;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Matter;
import dev.interlock.engine.decide.Result;
import dev.interlock.engine.intents.Preparation.NeedsContact;
import dev.interlock.engine.store.Intents.Intent;
import dev.interlock.engine.store.Intents.State;
import dev.interlock.engine.work.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings one command one step further: prepares it, tells the CRM, or looks what became of it.
///
/// The order is what makes it safe. Everything to be told is stored first, as claimed; then the CRM
/// is told, once; then what came of it is stored. Whatever happens between the last two leaves a
/// claim behind, and a claim of a former process is a doubt, not a reason to tell the CRM again.
final class CommandJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(CommandJob.class);

  /// A wrong token is not put right within seconds, and every try counts against a limit.
  private static final Duration WHEN_REFUSED = Duration.ofMinutes(5);

  /// How old a decision to send may be when the CRM is told: consent, quiet hours and everything
  /// else were asked then, and are asked again for an older one.
  private static final Duration LEAVE_LASTS = Duration.ofMinutes(1);

  private final Means means;
  private final CommandId id;

  /// What the CRM answered, and what came of it, while these could not be stored.
  private Optional<Sent> answer = Optional.empty();

  private Optional<Outcome> outcome = Optional.empty();

  /// What was stored as begun with the decision, as long as the CRM was certainly not told.
  private Optional<Begun> untold;

  /// The command that was decided in place of this one, which had become too old.
  private Optional<CommandJob> renewed = Optional.empty();

  CommandJob(Means means, CommandId id) {
    this.means = means;
    this.id = id;
    this.untold = Optional.empty();
  }

  CommandJob(Means means, Begun begun) {
    this.means = means;
    this.id = begun.issued().command().id();
    this.untold = Optional.of(begun);
  }

  @Override
  public Optional<Instant> work() {
    if (renewed.isPresent()) {
      return renewed.get().work();
    }
    return untold.isPresent() && outcome.isEmpty() ? tell(untold.get()) : workOnThis();
  }

  /// Everything that matters was asked by the decision a moment ago. Where more than a moment has
  /// passed since, because something went wrong in between, the command waits like any other.
  private Optional<Instant> tell(Begun begun) {
    Intent intent = begun.intent();
    if (means.now().isAfter(intent.decidedAt().plus(LEAVE_LASTS))) {
      means.change(intents -> intents.postpone(means.desk().id(), id, 0, means.now()));
      untold = Optional.empty();
      return workOnThis();
    }
    return switch (begun.errand()) {
      case Errand.ReadContact(var details) -> read(intent, details);
      case Errand.InCrm(var deed) ->
          tell(intent, () -> means.desk().crm().carryOut(intent.contact(), deed));
      case Errand.Post(var url, var values) ->
          tell(intent, () -> means.poster().post(url, values, id.toString()));
    };
  }

  private Optional<Instant> workOnThis() {
    Optional<Intent> found =
        means.store().read(tables -> tables.intents().find(means.desk().id(), id));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Intent intent = found.get();
    return switch (intent.state()) {
      case DONE, DROPPED -> Optional.empty();
      case PENDING -> outcome.isPresent() ? report(intent, outcome.get()) : prepare(intent);
      case IN_DOUBT -> outcome.isPresent() ? report(intent, outcome.get()) : look(intent);
      case CLAIMED -> outcome.isPresent() ? report(intent, outcome.get()) : answered(intent);
      case REPORTED -> intent.outcome().flatMap(known -> report(intent, known));
    };
  }

  private Optional<Instant> prepare(Intent intent) {
    Run run = means.run(id.run());
    if (!Wanted.isBy(run.standing(), id)) {
      return report(intent, new Outcome.Refused("cancelled", "nobody wants it any longer"));
    }
    if (needsLeaveAgain(intent, means.now())) {
      return renew(intent, run, "it was not sent at once", intent.attempts());
    }
    if (isMessage(intent) && wasToldToStop(run)) {
      return renew(intent, run, "the contact asked for no more meanwhile", intent.attempts());
    }
    if (intent.deed().isPresent()) {
      // what was tried once is tried again word for word, so that a look finds either
      return carryOut(intent, new Errand.InCrm(intent.deed().get()), List.of());
    }
    Preparation preparation = prepared(run, intent, Known.unsaid());
    if (preparation instanceof NeedsContact(var details)) {
      Optional<ContactSnapshot> seen = means.decisions().glance(intent.contact(), details);
      if (seen.isPresent()) {
        return begin(intent, prepared(run, intent, Known.said(seen.get())));
      }
      return switch (means.desk().crm().contact(intent.contact(), details)) {
        case Read.Got<ContactSnapshot>(var contact) ->
            begin(intent, prepared(run, intent, Known.said(contact)));
        case Read.Gone<ContactSnapshot> _ -> report(intent, new Outcome.ContactGone());
        case Read.TryLater<ContactSnapshot>(var pause, var reason) ->
            tryLater(intent, pause, reason, false);
        case Read.Refused<ContactSnapshot>(var code, var reason) ->
            tryLater(intent, WHEN_REFUSED, code + ": " + reason, false);
      };
    }
    return begin(intent, preparation);
  }

  private static boolean isMessage(Intent intent) {
    return intent.command().doing() instanceof Command.Say;
  }

  /// Whether the contact asked for no more, and the message where the run stands does not go out
  /// all the same.
  private boolean wasToldToStop(Run run) {
    return run.memory().optedOut()
        && run.standing() instanceof Standing.Commanded(var place, _)
        && means.desk().editions().of(run.contract(), run.contractHash()).program().node(place)
            instanceof Node.SendNode send
        && send.step().terms().afterOptOut().isEmpty();
  }

  private static boolean needsLeaveAgain(Intent intent, Instant at) {
    return isMessage(intent) && at.isAfter(intent.decidedAt().plus(LEAVE_LASTS));
  }

  /// Has everything about a message asked again, and sends it at once where leave is given again:
  /// at the end of a long queue it would be too old once more.
  private Optional<Instant> renew(Intent intent, Run run, String reason, int attempts) {
    int all = attemptsBefore(leave(intent, run)) + attempts;
    Optional<Instant> again = report(intent, new Outcome.Postponed(means.now(), reason, all));
    if (again.isPresent()) {
      return again;
    }
    if (means.run(id.run()).standing() instanceof Standing.Commanded(_, var next)
        && isPending(next)) {
      renewed = Optional.of(new CommandJob(means, next));
    }
    return renewed.flatMap(CommandJob::work);
  }

  /// What has begun with the decision is carried out next without further ado.
  private boolean isPending(CommandId next) {
    return means
        .store()
        .read(tables -> tables.intents().find(means.desk().id(), next))
        .filter(intent -> intent.state() == State.PENDING)
        .isPresent();
  }

  /// What is known of former tries of the same message.
  private static Optional<Memory.Grant> leave(Intent intent, Run run) {
    return isMessage(intent) ? run.memory().grant() : Optional.empty();
  }

  private static int attemptsBefore(Optional<Memory.Grant> leave) {
    return leave.map(Memory.Grant::attempts).orElse(0);
  }

  private Preparation prepared(Run run, Intent intent, Known<ContactSnapshot> seen) {
    return means.prepared(run, intent.command(), seen, () -> means.nameOf(intent.contact()));
  }

  private Optional<Instant> begin(Intent intent, Preparation preparation) {
    return switch (preparation) {
      case Preparation.Ready(var errand, var missing) -> carryOut(intent, errand, missing);
      case Preparation.Settled(var known) -> report(intent, known);
      case NeedsContact _ ->
          throw new IllegalStateException("the contact was read for " + id + " and is asked again");
    };
  }

  private Optional<Instant> carryOut(Intent intent, Errand errand, List<String> missing) {
    return switch (errand) {
      case Errand.ReadContact(var details) -> read(intent, details);
      case Errand.InCrm(var deed) ->
          told(
              intent,
              Optional.of(deed),
              missing,
              () -> means.desk().crm().carryOut(intent.contact(), deed));
      case Errand.Post(var url, var values) ->
          told(
              intent,
              Optional.empty(),
              missing,
              () -> means.poster().post(url, values, id.toString()));
    };
  }

  private Optional<Instant> read(Intent intent, Set<Detail> details) {
    return switch (means.desk().crm().contact(intent.contact(), details)) {
      case Read.Got<ContactSnapshot>(var contact) -> report(intent, new Outcome.ReadBack(contact));
      case Read.Gone<ContactSnapshot> _ -> report(intent, new Outcome.ContactGone());
      case Read.TryLater<ContactSnapshot>(var pause, var reason) ->
          tryLater(intent, pause, reason, false);
      case Read.Refused<ContactSnapshot>(var code, var reason) ->
          tryLater(intent, WHEN_REFUSED, code + ": " + reason, false);
    };
  }

  private Optional<Instant> told(
      Intent intent, Optional<Deed> deed, List<String> missing, Supplier<Sent> call) {
    if (!isClaimed(deed, missing)) {
      return Optional.empty();
    }
    return tell(intent, call);
  }

  private Optional<Instant> tell(Intent intent, Supplier<Sent> call) {
    means.decisions().writes(intent.contact());
    untold = Optional.empty();
    answer = Optional.of(once(call));
    return answered(intent);
  }

  private Optional<Instant> answered(Intent intent) {
    Sent sent =
        answer.orElseGet(() -> new Sent.InDoubt("it is not known whether the CRM was told"));
    means.count(sent);
    return switch (sent) {
      case Sent.Done(var message, var reference) ->
          report(intent, new Outcome.Done(message, reference));
      case Sent.AlreadySo() -> report(intent, new Outcome.AlreadySo());
      case Sent.Refused(var code, var reason) -> report(intent, new Outcome.Refused(code, reason));
      case Sent.Blocked(var reason) -> report(intent, new Outcome.Blocked(reason));
      case Sent.ContactGone _ -> report(intent, new Outcome.ContactGone());
      case Sent.TryLater(var pause, var reason, var counts) ->
          tryLater(intent, pause, reason, counts);
      case Sent.InDoubt(var reason) -> doubted(intent, reason);
    };
  }

  private boolean isClaimed(Optional<Deed> deed, List<String> missing) {
    Instant now = means.now();
    return means
        .store()
        .write(tables -> {
          boolean ours = tables.intents().claim(means.desk().id(), id, deed, now);
          if (ours) {
            tables.journal().add(means.desk().id(), id.run(), Begun.gaps(missing), now);
          }
          return ours;
        })
        .join();
  }

  /// An adapter that fails in an unforeseen way may have told the CRM all the same.
  private static Sent once(Supplier<Sent> call) {
    try {
      return call.get();
    } catch (RuntimeException bug) {
      LOG.error("a call failed in an unforeseen way", bug);
      return new Sent.InDoubt("the call failed in an unforeseen way");
    }
  }

  /// The row knows what was told; what may be repeated is, everything else is looked for.
  private Optional<Instant> doubted(Intent intent, String reason) {
    Intent stored =
        means.store().read(tables -> tables.intents().find(means.desk().id(), id)).orElse(intent);
    if (stored.deed().map(Repeating::isHarmless).orElse(true)) {
      return tryLater(intent, Duration.ZERO, reason, true);
    }
    lookAt(means.now().plus(Patience.pauseBetweenLooks(Duration.ZERO)));
    return Optional.empty();
  }

  private void lookAt(Instant moment) {
    means.change(intents -> intents.doubt(means.desk().id(), id, moment));
    means.consequences().alarmed(moment);
  }

  /// While the CRM fails for everybody, nothing counts as an attempt of this one; and while it is
  /// left in peace, only messages become too old. How the CRM is says nothing of other addresses.
  private Optional<Instant> tryLater(
      Intent intent, Duration pause, String reason, boolean isAttempt) {
    Instant now = means.now();
    boolean counts = isAttempt && (intent.isForElsewhere() || !means.desk().crm().calls().isOpen());
    Optional<Memory.Grant> leave = leave(intent, means.run(id.run()));
    int attempts = intent.attempts() + (counts ? 1 : 0);
    int all = attemptsBefore(leave) + attempts;
    Instant since = leave.map(Memory.Grant::first).orElse(intent.decidedAt());
    if (counts && all > intent.command().retries()) {
      return report(intent, new Outcome.Refused("retries-used-up", reason));
    }
    boolean isLeftInPeace = means.desk().crm().calls().heldUntil(now).isPresent();
    boolean canBeTooOld = !counts && (leave.isPresent() || !isLeftInPeace);
    if (canBeTooOld && now.isAfter(since.plus(means.patience().waiting()))) {
      return report(intent, new Outcome.Refused("waited-too-long", reason));
    }
    if (!counts && isLeftInPeace && !intent.isForElsewhere()) {
      // in line with all others, whom it is known when to wake: nothing is asked again for nothing
      again(attempts);
      return Optional.empty();
    }
    Duration own = means.patience().pauseAfter(all);
    boolean asToldOrLonger = pause.compareTo(own) > 0 || (!counts && pause.isPositive());
    Instant until = now.plus(asToldOrLonger ? pause : own);
    if (needsLeaveAgain(intent, until)) {
      return report(intent, new Outcome.Postponed(until, reason, all));
    }
    LOG.debug("{} is tried again at {}: {}", id, until, reason);
    means.change(intents -> intents.postpone(means.desk().id(), id, attempts, until));
    means.consequences().alarmed(until);
    return Optional.empty();
  }

  private Optional<Instant> look(Intent intent) {
    Optional<Deed> deed = intent.deed().filter(told -> !Repeating.isHarmless(told));
    if (deed.isEmpty()) {
      again(intent.attempts());
      return Optional.empty();
    }
    Instant tried = intent.triedAt().orElse(intent.decidedAt());
    return switch (found(intent, deed.get(), tried)) {
      case Found.Happened(var message, var reference) ->
          report(intent, new Outcome.Done(message, reference));
      case Found.DidNot() -> didNot(intent);
      case Found.CannotTell(var reason) -> report(intent, new Outcome.InDoubt(reason));
      case Found.NotYet(var reason) -> lookLater(intent, tried, reason);
    };
  }

  private Found found(Intent intent, Deed deed, Instant tried) {
    try {
      return means.desk().crm().look(intent.contact(), deed, tried, others(intent));
    } catch (RuntimeException bug) {
      LOG.error("a look failed in an unforeseen way", bug);
      return new Found.NotYet("the look failed in an unforeseen way");
    }
  }

  private Set<MessageId> others(Intent intent) {
    return means
        .store()
        .read(tables -> tables.ledger().messages(means.desk().id(), intent.contact()));
  }

  private Optional<Instant> didNot(Intent intent) {
    Run run = means.run(id.run());
    int attempts = intent.attempts() + 1;
    if (attemptsBefore(leave(intent, run)) + attempts > Math.max(1, intent.command().retries())) {
      return report(intent, new Outcome.Refused("retries-used-up", "it never took effect"));
    }
    if (Wanted.isBy(run.standing(), id) && needsLeaveAgain(intent, means.now())) {
      return renew(intent, run, "it certainly did not go out", attempts);
    }
    again(attempts);
    return Optional.empty();
  }

  private void again(int attempts) {
    Instant now = means.now();
    means.change(intents -> intents.postpone(means.desk().id(), id, attempts, now));
    means.consequences().commanded();
  }

  private Optional<Instant> lookLater(Intent intent, Instant tried, String reason) {
    Instant now = means.now();
    Duration passed = Duration.between(tried, now);
    Optional<Instant> held = means.desk().crm().calls().heldUntil(now);
    Instant next = now.plus(Patience.pauseBetweenLooks(passed));
    if (held.isPresent()) {
      // it may not have been looked at all, and nothing follows from that
      lookAt(next);
      return Optional.empty();
    }
    boolean looksEnough = means.vainLooks().another(id);
    if (looksEnough && passed.compareTo(means.patience().doubt()) >= 0) {
      return report(intent, new Outcome.InDoubt(reason));
    }
    lookAt(next);
    return Optional.empty();
  }

  private Optional<Instant> report(Intent intent, Outcome known) {
    outcome = Optional.of(known);
    means.vainLooks().forget(id);
    var reported = new Matter.Reported(intent, known);
    Result result =
        means
            .decisions()
            .decide(intent.contact(), reported, Decisions.NOTHING, () -> keep(intent, known));
    return switch (result) {
      case Result.Settled() -> Optional.empty();
      case Result.Stalled(var until, var reason) -> {
        LOG.debug("the outcome of {} waits until {}: {}", id, until, reason);
        yield Optional.of(until);
      }
    };
  }

  /// The outcome is stored before the contact is read for what follows from it. A reading is not:
  /// it can be had again.
  private void keep(Intent intent, Outcome known) {
    if (known instanceof Outcome.ReadBack) {
      return;
    }
    means.change(
        intents -> intents.report(means.desk().id(), intent.command().id(), known, means.now()));
  }
}
