package dev.interlock.engine.intents;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Known;
import dev.interlock.core.program.Node;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.crm.Crm.Detail;
import dev.interlock.crm.Deed;
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

  private final Means means;
  private final CommandId id;
  private final Spending spending;

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
    this.spending = new Spending(means, id);
    this.untold = Optional.empty();
  }

  CommandJob(Means means, Begun begun) {
    this.means = means;
    this.id = begun.issued().command().id();
    this.spending = new Spending(means, id);
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
    if (Trials.isOld(intent, means.now())) {
      spending.with(intents -> intents.postpone(means.desk().id(), id, 0, means.now()));
      untold = Optional.empty();
      return workOnThis();
    }
    return switch (begun.errand()) {
      case Errand.ReadContact(var details) -> read(intent, details);
      case Errand.InCrm(var deed) ->
          tell(intent, () -> spending.on(crm -> crm.carryOut(intent.contact(), deed)));
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
    if (Trials.needsLeaveAgain(intent, means.now())) {
      return renew(intent, run, "it was not sent at once", intent.attempts());
    }
    if (Trials.isMessage(intent) && wasToldToStop(run)) {
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
      return switch (spending.on(crm -> crm.contact(intent.contact(), details))) {
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

  /// Whether the contact asked for no more, and the message where the run stands does not go out
  /// all the same.
  private boolean wasToldToStop(Run run) {
    return run.memory().optedOut()
        && run.standing() instanceof Standing.Commanded(var place, _)
        && means.desk().editions().of(run.contract(), run.contractHash()).program().node(place)
            instanceof Node.SendNode send
        && send.step().terms().afterOptOut().isEmpty();
  }

  /// Has everything about a message asked again, and sends it at once where leave is given again:
  /// at the end of a long queue it would be too old once more.
  private Optional<Instant> renew(Intent intent, Run run, String reason, int attempts) {
    int all = Trials.of(intent, run).all(attempts);
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
              () -> spending.on(crm -> crm.carryOut(intent.contact(), deed)));
      case Errand.Post(var url, var values) ->
          told(
              intent,
              Optional.empty(),
              missing,
              () -> means.poster().post(url, values, id.toString()));
    };
  }

  private Optional<Instant> read(Intent intent, Set<Detail> details) {
    return switch (spending.on(crm -> crm.contact(intent.contact(), details))) {
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
    Instant tried = means.desk().crm().calls().theirs(now);
    return means
        .store()
        .write(tables -> {
          boolean ours = tables.intents().claim(means.desk().id(), id, deed, tried);
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
    spending.with(intents -> intents.doubt(means.desk().id(), id, moment));
    means.consequences().alarmed(moment);
  }

  private Optional<Instant> tryLater(
      Intent intent, Duration pause, String reason, boolean isAttempt) {
    var trials = Trials.of(intent, means.run(id.run()));
    return switch (trials.next(means, pause, reason, isAttempt)) {
      case Trials.Next.Over(var known) -> report(intent, known);
      case Trials.Next.InLine(int attempts) -> {
        again(attempts);
        yield Optional.empty();
      }
      case Trials.Next.Later(var moment, int attempts) -> {
        LOG.debug("{} is tried again at {}: {}", id, moment, reason);
        spending.with(intents -> intents.postpone(means.desk().id(), id, attempts, moment));
        means.consequences().alarmed(moment);
        yield Optional.empty();
      }
    };
  }

  private Optional<Instant> look(Intent intent) {
    return switch (spending.on(_ -> new Search(means, intent).finding())) {
      case Search.Finding.Known(var known) -> report(intent, known);
      case Search.Finding.NotDone() -> didNot(intent);
      case Search.Finding.NoDoubt() -> {
        again(intent.attempts());
        yield Optional.empty();
      }
      case Search.Finding.LookAgain(var moment) -> {
        lookAt(moment);
        yield Optional.empty();
      }
    };
  }

  private Optional<Instant> didNot(Intent intent) {
    Run run = means.run(id.run());
    int attempts = intent.attempts() + 1;
    if (Trials.of(intent, run).all(attempts) > Math.max(1, intent.command().retries())) {
      return report(intent, new Outcome.Refused("retries-used-up", "it never took effect"));
    }
    if (Wanted.isBy(run.standing(), id) && Trials.needsLeaveAgain(intent, means.now())) {
      return renew(intent, run, "it certainly did not go out", attempts);
    }
    again(attempts);
    return Optional.empty();
  }

  private void again(int attempts) {
    Instant now = means.now();
    spending.with(intents -> intents.postpone(means.desk().id(), id, attempts, now));
    means.consequences().commanded();
  }

  private Optional<Instant> report(Intent intent, Outcome known) {
    outcome = Optional.of(known);
    means.vainLooks().forget(id);
    var reported = new Matter.Reported(intent, known);
    Result result =
        means
            .decisions()
            .decide(
                intent.contact(),
                reported,
                Decisions.NOTHING,
                () -> keep(intent, known),
                spending.calls());
    return switch (result) {
      case Result.Settled() -> {
        spending.stored();
        yield Optional.empty();
      }
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
