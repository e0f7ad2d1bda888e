package dev.interlock.engine.stays;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Pipeline.Stage;
import dev.interlock.contract.model.StageRef;
import dev.interlock.core.Spans;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Tells people of deals that have stood in a stage of one account for as long as they may, once
/// for each stay.
///
/// Where a deal stands is stored by what was heard, and read in the CRM before anybody is told: a
/// webhook may never have come. It is read again each day, until the deal has moved on.
public final class StayWatch {
  private static final int AT_ONCE = 50;
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

  /// A wrong token is not put right within seconds.
  private static final Duration WHEN_REFUSED = Duration.ofHours(1);

  private static final Duration AGAIN = Duration.ofDays(1);

  private final Desk desk;
  private final Store store;
  private final Time time;
  private final Pump pump;
  private volatile boolean stopped;

  /// Until when the CRM's calls are kept for others, as far as that mattered.
  private final AtomicReference<Optional<Instant>> heldUntil =
      new AtomicReference<>(Optional.empty());

  /// Until when the CRM tells nothing at all: it is not asked for each deal that is due.
  private volatile Instant refusedUntil = Instant.MIN;

  public StayWatch(Desk desk, Store store, Activity activity, Time time) {
    this.desk = desk;
    this.store = store;
    this.time = time;
    this.pump = new Pump("stays " + desk.id(), activity, this::look);
  }

  /// Begins, by the limits that there are now.
  public void start() {
    renewed();
    pump.wake();
  }

  /// Some may be due.
  public void wake() {
    pump.wake();
  }

  /// Begins no further call. What was not told is stored, and is told after the next start.
  public void stop() {
    stopped = true;
  }

  /// When the next one after a moment is due.
  public Optional<Instant> next(Instant after) {
    Optional<Instant> due = store.read((Tables tables) -> tables.stays().next(desk.id(), after));
    return Stream.concat(due.stream(), heldUntil.get().filter(after::isBefore).stream())
        .min(Comparator.naturalOrder());
  }

  /// Other contracts went live, which may allow deals to stay longer, or less long, or for good.
  public void renewed() {
    var limits = new Limits(desk.operation());
    Instant now = time.now();
    List<StageRef> all = store.read((Tables tables) -> tables.stays().stages(desk.id()));
    for (StageRef stage : all) {
      Optional<Duration> limit = limits.of(stage);
      write(stays -> {
        if (limit.isPresent()) {
          stays.limited(desk.id(), stage, limit.get(), now);
        } else {
          stays.in(desk.id(), stage).forEach(stay -> stays.ends(desk.id(), stay, now));
        }
      });
    }
  }

  private void look() {
    List<Stay> due = due();
    while (!due.isEmpty()) {
      for (Stay stay : due) {
        if (isHeld()) {
          return;
        }
        look(stay);
      }
      due = due();
    }
  }

  private List<Stay> due() {
    Instant now = time.now();
    return store.read((Tables tables) -> tables.stays().due(desk.id(), now, AT_ONCE));
  }

  /// What people wait for goes first.
  private boolean isHeld() {
    Instant now = time.now();
    Optional<Instant> held =
        desk.crm()
            .calls()
            .bulkHeldUntil(now)
            .or(() -> Optional.of(refusedUntil).filter(now::isBefore));
    heldUntil.set(held);
    return stopped || held.isPresent();
  }

  private void look(Stay stay) {
    Instant now = time.now();
    switch (desk.crm().contact(stay.contact(), Set.of(Detail.DEALS))) {
      case Read.Got<ContactSnapshot>(var contact) -> found(stay, contact, now);
      case Read.Gone<ContactSnapshot> _ -> ends(stay, now);
      case Read.TryLater<ContactSnapshot>(var pause, _) ->
          later(stay, now.plus(pause.compareTo(SHORTEST_PAUSE) > 0 ? pause : SHORTEST_PAUSE));
      case Read.Refused<ContactSnapshot> _ -> refusedUntil = now.plus(WHEN_REFUSED);
    }
  }

  private void found(Stay stay, ContactSnapshot contact, Instant now) {
    switch (contact.deals()) {
      case Known.Unsaid<List<Deal>> _ -> later(stay, now.plus(WHEN_REFUSED));
      case Known.Said<List<Deal>>(var deals) -> {
        Optional<Deal> open =
            deals.stream()
                .filter(deal -> deal.id().equals(stay.deal()))
                .filter(deal -> deal.status() == DealStatus.OPEN)
                .findFirst();
        if (open.filter(deal -> deal.stage().equals(stay.stage())).isPresent()) {
          stands(stay, contact, now);
        } else {
          movedOn(stay, open, now);
        }
      }
    }
  }

  private void stands(Stay stay, ContactSnapshot contact, Instant now) {
    Optional<Stage> stage = new Limits(desk.operation()).stage(stay.stage());
    Optional<Duration> limit = stage.flatMap(Stage::dwell);
    if (stage.isEmpty() || limit.isEmpty()) {
      ends(stay, now);
      return;
    }
    Instant due = stay.since().plus(limit.get());
    if (now.isBefore(due)) {
      write(stays -> stays.recall(desk.id(), stay, now, due));
      return;
    }
    if (stay.told().isPresent()) {
      later(stay, now.plus(AGAIN));
      return;
    }
    String words = words(contact, stage.get(), limit.get());
    write(stays -> stays.tell(desk.id(), stay, words, now, now.plus(AGAIN)));
  }

  /// When it left is not known; it was touched then or later, so that nobody is told too early.
  private void movedOn(Stay stay, Optional<Deal> open, Instant now) {
    var limits = new Limits(desk.operation());
    Optional<Stay> next =
        open.flatMap(deal -> {
          Instant touched = deal.touchedAt().isAfter(now) ? now : deal.touchedAt();
          Instant since = touched.isAfter(stay.since()) ? touched : stay.since();
          return limits
              .of(deal.stage())
              .map(limit ->
                  new Stay(
                      stay.contact(),
                      stay.deal(),
                      deal.stage(),
                      since,
                      since.plus(limit),
                      Optional.empty()));
        });
    write(stays -> {
      if (stays.ends(desk.id(), stay, now)) {
        next.ifPresent(there -> stays.begins(desk.id(), there, now));
      }
    });
  }

  private static String words(ContactSnapshot contact, Stage stage, Duration limit) {
    String standing =
        "%s's deal has stood in %s for %s, as long as it may."
            .formatted(contact.displayName(), stage.name(), Spans.words(limit));
    String next =
        stage.owner().map(team -> team + " has the next move").orElse("What is done next");
    String what = stage.staffDoNext().strip();
    if (what.isEmpty()) {
      return stage.owner().isEmpty() ? standing : "%s %s.".formatted(standing, next);
    }
    return "%s %s: %s%s".formatted(standing, next, what, what.endsWith(".") ? "" : ".");
  }

  private void ends(Stay stay, Instant now) {
    write(stays -> stays.ends(desk.id(), stay, now));
  }

  private void later(Stay stay, Instant due) {
    write(stays -> stays.later(desk.id(), stay, due));
  }

  private void write(Consumer<Stays> change) {
    store
        .write(tables -> {
          change.accept(tables.stays());
          return true;
        })
        .join();
  }
}
