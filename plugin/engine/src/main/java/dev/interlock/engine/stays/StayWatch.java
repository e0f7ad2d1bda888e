package dev.interlock.engine.stays;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Pipeline.Stage;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.Crm.Detail;
import dev.interlock.crm.Read;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.Stays;
import dev.interlock.engine.store.Stays.Stay;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Activity;
import dev.interlock.engine.work.Pump;
import dev.interlock.engine.work.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Tells people of deals that have stood in a stage of one account for as long as they may, once
/// for each stay.
///
/// Where a deal stands is stored by what was heard, and read in the CRM before anybody is told: a
/// webhook may never have come. A stay that was told wakes nobody. When it has lasted twice as long
/// it is looked at again with whatever else is looked at, since the CRM may never have told that
/// the deal is gone.
public final class StayWatch {
  private static final int AT_ONCE = 50;
  private static final int FEW = 10;
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

  /// A wrong token is not put right within seconds.
  private static final Duration WHEN_REFUSED = Duration.ofHours(1);

  /// Deals that stay for minutes are looked at again no more often.
  private static final Duration SOONEST_AGAIN = Duration.ofDays(1);

  /// By less than that, a clock is put right and not set back.
  private static final Duration PUT_RIGHT = Duration.ofMinutes(1);

  private final Desk desk;
  private final Store store;
  private final Time time;
  private final Pump pump;
  private final Revision revision;
  private final AtWork atWork;
  private final Unread unread = new Unread();
  private final AtomicBoolean revises = new AtomicBoolean();
  private volatile boolean stopped;

  /// The latest moment at which it looked.
  private volatile Instant latest = Instant.MIN;

  /// Until when nothing is read, as far as that mattered.
  private final AtomicReference<Optional<Instant>> heldUntil =
      new AtomicReference<>(Optional.empty());

  public StayWatch(Desk desk, Store store, Activity activity, Time time) {
    this.desk = desk;
    this.store = store;
    this.time = time;
    this.atWork = new AtWork(desk, store);
    this.revision = new Revision(store, desk.id(), () -> stopped);
    this.pump = new Pump("stays " + desk.id(), activity, this::look);
  }

  /// Begins, by the limits that there are now.
  public void start() {
    renewed();
  }

  /// Other contracts went live, which may allow deals to stay longer, or less long, or for good.
  public void renewed() {
    revises.set(true);
    unread.mayBeRead();
    pump.wake();
  }

  /// Some may be due.
  public void wake() {
    pump.wake();
  }

  /// The CRM serves again: what waited for that waits no longer.
  public void resume() {
    unread.mayBeRead();
    pump.wake();
  }

  /// Begins no further call. What was not told is stored, and is told after the next start.
  public void stop() {
    stopped = true;
  }

  /// When the next one after a moment is due. A stay that was told never is.
  public Optional<Instant> next(Instant after) {
    Optional<Instant> due = store.read((Tables tables) -> tables.stays().next(desk.id(), after));
    return Stream.concat(due.stream(), heldUntil.get().filter(after::isBefore).stream())
        .min(Comparator.naturalOrder());
  }

  private void look() {
    Instant now = time.now();
    if (now.plus(PUT_RIGHT).isBefore(latest)) {
      revises.set(true);
      unread.mayBeRead();
    }
    latest = now;
    if (revises.getAndSet(false)) {
      revise(now);
    }
    lookAgain(now);
    List<Stay> due = due(now);
    while (!due.isEmpty()) {
      for (Stay stay : due) {
        if (isHeld()) {
          return;
        }
        look(stay, now);
      }
      due = due(now);
    }
    // not before: whoever asks for the next alarm meanwhile is not to hear of none
    heldUntil.set(Optional.empty());
  }

  /// A few at a time, and with no alarm for what is left: those that are due go first.
  private void lookAgain(Instant now) {
    List<Stay> told = store.read((Tables tables) -> tables.stays().dueAgain(desk.id(), now, FEW));
    for (Stay stay : told) {
      if (stopped || held().isPresent()) {
        return;
      }
      look(stay, now);
    }
  }

  private void revise(Instant now) {
    try {
      revision.revise(Limits.of(desk), now);
    } catch (RuntimeException problem) {
      revises.set(true);
      throw problem;
    }
  }

  /// Those that could not be read come last, so that they keep nobody waiting.
  private List<Stay> due(Instant now) {
    return store
        .read((Tables tables) -> tables.stays().due(desk.id(), now, AT_ONCE + unread.size()))
        .stream()
        .sorted(Comparator.comparing(unread::has))
        .toList();
  }

  private boolean isHeld() {
    Optional<Instant> held = held();
    heldUntil.set(held);
    return stopped || held.isPresent();
  }

  /// What people wait for goes first.
  private Optional<Instant> held() {
    Instant now = time.now();
    return desk.crm().calls().bulkHeldUntil(now).or(() -> unread.heldUntil(now));
  }

  /// While a run has the next move, nobody has to be told to make it, and nothing is read: once a
  /// run of the contact is over it is due again.
  private boolean waits(Stay stay) {
    List<RunId> runs =
        Limits.of(desk).stage(stay.stage()).map(stage -> atWork.on(stay, stage)).orElse(List.of());
    if (runs.isEmpty()) {
      return false;
    }
    change(tables -> {
      if (atWork.isStill(runs, tables)) {
        tables.stays().waits(desk.id(), stay);
      }
    });
    return true;
  }

  private void look(Stay stay, Instant now) {
    if (!stay.isTold() && waits(stay)) {
      return;
    }
    switch (desk.crm().contact(stay.contact(), Set.of(Detail.DEALS))) {
      case Read.Got<ContactSnapshot>(var contact) -> found(stay, contact, now);
      case Read.Gone<ContactSnapshot> _ -> write(stays -> stays.ends(desk.id(), stay, now));
      case Read.TryLater<ContactSnapshot>(var pause, _) ->
          later(stay, pause.compareTo(SHORTEST_PAUSE) > 0 ? pause : SHORTEST_PAUSE, now);
      case Read.Refused<ContactSnapshot> _ -> later(stay, WHEN_REFUSED, now);
    }
  }

  private void later(Stay stay, Duration pause, Instant now) {
    if (stay.isTold()) {
      write(stays -> stays.lookAgain(desk.id(), stay, now.plus(SOONEST_AGAIN)));
    } else {
      unread.add(stay, now.plus(pause));
    }
  }

  private void found(Stay stay, ContactSnapshot contact, Instant now) {
    switch (contact.deals()) {
      case Known.Unsaid<List<Deal>> _ -> later(stay, WHEN_REFUSED, now);
      case Known.Said<List<Deal>>(var deals) -> {
        unread.remove(stay);
        Optional<Deal> open =
            deals.stream()
                .filter(deal -> deal.id().equals(stay.deal()))
                .filter(deal -> deal.status() == DealStatus.OPEN)
                .findFirst();
        open.filter(deal -> deal.stage().equals(stay.stage()))
            .ifPresentOrElse(
                deal -> stands(stay, contact, deal, now), () -> movedOn(stay, open, now));
      }
    }
  }

  private void stands(Stay stay, ContactSnapshot contact, Deal deal, Instant now) {
    Optional<Stage> stage = Limits.of(desk).stage(stay.stage());
    Optional<Duration> limit = stage.flatMap(Stage::dwell);
    if (stage.isEmpty() || limit.isEmpty()) {
      write(stays -> stays.ends(desk.id(), stay, now));
    } else if (!limit.get().equals(stay.limit())) {
      // contracts went live while it was read; it is looked at again where it is due still
      write(stays -> stays.limited(desk.id(), stay, limit.get(), now));
    } else if (stay.isTold()) {
      write(stays -> stays.lookAgain(desk.id(), stay, again(stay, now)));
    } else {
      var zone = desk.installation().location().zone();
      String words = new StayWords(zone).of(stay, contact, deal, stage.get());
      write(stays -> stays.tell(desk.id(), stay, words, now, again(stay, now)));
    }
  }

  private static Instant again(Stay stay, Instant now) {
    Duration lasted = Duration.between(stay.since(), now);
    return now.plus(lasted.compareTo(SOONEST_AGAIN) > 0 ? lasted : SOONEST_AGAIN);
  }

  /// When it left is not known; it was touched then or later, so that nobody is told too early.
  private void movedOn(Stay stay, Optional<Deal> open, Instant now) {
    var limits = Limits.of(desk);
    Optional<Stay> next =
        open.flatMap(deal -> {
          Instant touched = deal.touchedAt().isAfter(now) ? now : deal.touchedAt();
          Instant since = touched.isAfter(stay.since()) ? touched : stay.since();
          return limits
              .of(deal.stage())
              .map(limit -> Stay.begun(stay.contact(), stay.deal(), deal.stage(), since, limit));
        });
    write(stays -> {
      if (stays.ends(desk.id(), stay, now)) {
        next.ifPresent(there -> stays.begins(desk.id(), there, now));
      }
    });
  }

  private void write(Consumer<Stays> change) {
    change(tables -> change.accept(tables.stays()));
  }

  private void change(Consumer<Tables> change) {
    store
        .write(tables -> {
          change.accept(tables);
          return true;
        })
        .join();
  }
}
