package dev.interlock.engine.announce;

import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.Entry;
import dev.interlock.crm.Sent;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.intents.Patience;
import dev.interlock.engine.store.Announcements.Open;
import dev.interlock.engine.store.Announcements.State;
import dev.interlock.engine.store.Notices;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Subscriptions.Subscription;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Activity;
import dev.interlock.engine.work.Pump;
import dev.interlock.engine.work.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Tells the workflows of one account which runs have ended, one after the other, beside the runs
/// and never in their way.
///
/// What is to be told was stored with the end of the run, and is crossed out once the CRM took it.
/// Whoever is cut off in between tells it again, by the same key: each end is told at least once.
public final class Announcer {
  private static final int AT_ONCE = 50;

  /// The code of a refusal because the app was uninstalled, where every run that ended for that is
  /// raised already.
  private static final String UNINSTALLED = "uninstalled";

  private static final Duration STORE_MAY_RECOVER = Duration.ofSeconds(30);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

  /// One trigger that fails for a day takes few of the account's calls.
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final Desk desk;
  private final Store store;
  private final Time time;
  private final Patience patience;
  private final Consumer<Instant> alarm;
  private final Pump pump;

  /// When the first one that waits may be told; empty where none waits.
  private final AtomicReference<Optional<Instant>> next =
      new AtomicReference<>(Optional.of(Instant.MIN));

  private volatile boolean stopped;

  /// Ends that are settled say nothing that the runs' stories do not; a workflow that began twice
  /// is looked into within that time.
  private static final Duration KEPT = Duration.ofDays(30);

  private static final Duration FORGET_EVERY = Duration.ofDays(1);
  private static final int FORGET_AT_ONCE = 1_000;

  /// When what is settled is looked through again.
  private volatile Instant forgetNext = Instant.MIN;

  /// Until when the CRM takes none.
  private final AtomicReference<Instant> heldUntil = new AtomicReference<>(Instant.MIN);

  /// @param alarm hears of moments at which there is something to tell
  public Announcer(
      Desk desk,
      Store store,
      Activity activity,
      Time time,
      Patience patience,
      Consumer<Instant> alarm) {
    this.desk = desk;
    this.store = store;
    this.time = time;
    this.patience = patience.pausingUpTo(LONGEST_PAUSE);
    this.alarm = alarm;
    this.pump = new Pump("announcements " + desk.id(), activity, this::look);
  }

  /// There is something to tell.
  public void ended() {
    pump.wake();
  }

  /// It may be time to tell something. Costs nothing while nothing waits.
  public void wake() {
    if (next.get().filter(due -> !due.isAfter(time.now())).isPresent()) {
      pump.wake();
    }
  }

  /// When the next one after a moment may be told.
  public Optional<Instant> next(Instant after) {
    return next.get().filter(after::isBefore);
  }

  /// The CRM serves again: what waited for that waits no longer.
  public void resume() {
    heldUntil.set(Instant.MIN);
    next.set(Optional.of(Instant.MIN));
    pump.wake();
  }

  /// Begins no further call. What was not told is stored, and is told after the next start.
  public void stop() {
    stopped = true;
  }

  private void look() {
    try {
      Instant asked = time.now();
      List<Open> due = stopped ? List.of() : due(asked);
      while (!due.isEmpty() && !isHeld()) {
        for (Open open : due) {
          if (!isHeld()) {
            tell(open);
          }
        }
        asked = time.now();
        due = due(asked);
      }
      if (stopped) {
        return;
      }
      forget();
      // after the moment that was asked about last: what fell due since then is not passed by
      Instant seen = asked;
      waits(
          isHeld()
              ? Optional.of(heldUntil.get())
              : store.read((Tables tables) -> tables.announcements().next(desk.id(), seen)));
    } catch (RuntimeException problem) {
      // nothing is crossed out that was not told
      waits(Optional.of(time.now().plus(STORE_MAY_RECOVER)));
      throw problem;
    }
  }

  private void forget() {
    Instant now = time.now();
    if (now.isBefore(forgetNext)) {
      return;
    }
    int forgotten =
        store
            .write(
                tables -> tables.announcements().forget(desk.id(), now.minus(KEPT), FORGET_AT_ONCE))
            .join();
    // what is left over is forgotten by the next look, so that none holds up the store for long
    if (forgotten < FORGET_AT_ONCE) {
      forgetNext = now.plus(FORGET_EVERY);
    }
  }

  private void waits(Optional<Instant> until) {
    next.set(until);
    until.ifPresent(alarm);
  }

  /// Where the CRM takes none at the moment, it is not asked for each that waits.
  private boolean isHeld() {
    Instant now = time.now();
    desk.crm().calls().bulkHeldUntil(now).ifPresent(this::hold);
    return stopped || now.isBefore(heldUntil.get());
  }

  private void hold(Instant until) {
    heldUntil.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
  }

  private List<Open> due(Instant now) {
    return store.read((Tables tables) -> tables.announcements().due(desk.id(), now, AT_ONCE));
  }

  private void tell(Open open) {
    Optional<Subscription> waits =
        store
            .read(
                (Tables tables) -> tables.subscriptions().find(desk.id(), open.ending().trigger()))
            .filter(Subscription::isActive);
    if (waits.isEmpty()) {
      settle(open, State.DROPPED, "the workflow's trigger is not there any more");
      return;
    }
    Subscription subscription = waits.get();
    if (isTooLate(open)) {
      fail(open, subscription, "it could not be told in time");
      return;
    }
    switch (desk.crm().announce(subscription.target(), open.ending())) {
      case Sent.Done _, Sent.AlreadySo _ -> settle(open, State.TOLD, "");
      case Sent.TryLater(var pause, var reason, var counts) ->
          later(open, subscription, pause, reason, counts);
      // it may be heard twice: nobody can look whether it was
      case Sent.InDoubt(var reason) -> later(open, subscription, Duration.ZERO, reason, true);
      case Sent.Refused(var code, var reason) when code.equals(UNINSTALLED) ->
          settle(open, State.DROPPED, reason);
      case Sent.Refused(_, var reason) -> fail(open, subscription, reason);
      case Sent.Blocked(var reason) -> fail(open, subscription, reason);
      case Sent.ContactGone(var reason) -> fail(open, subscription, reason);
    }
  }

  private boolean isTooLate(Open open) {
    return !time.now().isBefore(open.since().plus(patience.waiting()));
  }

  private void later(
      Open open, Subscription subscription, Duration pause, String reason, boolean counts) {
    if (isTooLate(open)) {
      fail(open, subscription, reason);
      return;
    }
    int attempts = open.attempts() + (counts ? 1 : 0);
    Duration backoff = counts ? patience.pauseAfter(attempts) : SHORTEST_PAUSE;
    Instant next = time.now().plus(pause.compareTo(backoff) > 0 ? pause : backoff);
    if (!counts) {
      hold(next);
    }
    store
        .write(tables -> {
          tables.announcements().later(desk.id(), open, attempts, next, reason);
          return next;
        })
        .join();
  }

  private void settle(Open open, State state, String words) {
    store
        .write(tables -> {
          tables.announcements().settled(desk.id(), open, state, words);
          return state;
        })
        .join();
  }

  /// Somebody has to know: what the workflow would have done for this contact does not happen.
  private void fail(Open open, Subscription subscription, String reason) {
    Instant now = time.now();
    String words =
        "The CRM's workflow %s was not told that %s ended with %s: %s. What it does then has not begun."
            .formatted(
                subscription.workflow(), open.ending().contract(), open.ending().exit(), reason);
    var attention =
        new Notices.Attention(
            Optional.of(open.run()), Optional.of(open.contact()), Concern.STEP_FAILED, words);
    var entry =
        new Entry(
            Entry.Kind.FAILED,
            open.ending().exit().text(),
            "The CRM's workflow %s was not told of this end: %s."
                .formatted(subscription.workflow(), reason));
    store
        .write(tables -> {
          // kept in the words that are raised, by which the two are found to be one
          if (tables.announcements().settled(desk.id(), open, State.FAILED, words)) {
            tables.notices().attend(desk.id(), attention, now);
            tables.journal().add(desk.id(), open.run(), List.of(entry), now);
          }
          return now;
        })
        .join();
  }
}
