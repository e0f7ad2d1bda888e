package dev.interlock.engine.sweeps;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.crm.Cursor;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Matter;
import dev.interlock.engine.decide.Result;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Sweeps;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Activity;
import dev.interlock.engine.work.Pump;
import dev.interlock.engine.work.Time;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Walks over all contacts of one installation, page by page. How far a walk has come is stored, so
/// that it goes on after a restart; whoever is met twice is the same event twice.
///
/// Dates and schedules are kept in the location's time zone. Moments that passed while nothing ran
/// are made up for, in their order.
public final class Sweeper {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  private final Desk desk;
  private final Store store;
  private final Decisions decisions;
  private final Time time;
  private final Pump pump;
  private final Pages pages;
  private final Introduction introduction;
  private final AtomicReference<Optional<Instant>> again = new AtomicReference<>(Optional.empty());
  private final AtomicBoolean resumed = new AtomicBoolean();

  public Sweeper(Desk desk, Store store, Activity activity, Decisions decisions, Time time) {
    this.desk = desk;
    this.store = store;
    this.decisions = decisions;
    this.time = time;
    this.pump = new Pump("sweeps " + desk.id(), activity, this::look);
    this.pages = new Pages(desk.crm(), time);
    this.introduction = new Introduction(desk.id(), store, pages, time);
  }

  /// Counts the series from now on, where they are new, and begins.
  public void start() {
    renewed();
    pump.wake();
  }

  /// Other contracts went live: counts their series from now on, where they are new.
  public void renewed() {
    Desk asItIs = desk.asItIs();
    series(asItIs).forEach(each -> mark(each, asItIs.editions().isFresh(each.contract())));
  }

  private static List<Series> series(Desk desk) {
    return desk.editions().active().stream()
        .flatMap(edition -> Series.of(edition).stream())
        .toList();
  }

  /// A walk may be due.
  public void wake() {
    pump.wake();
  }

  /// The CRM serves again: what waited for that waits no longer.
  public void resume() {
    resumed.set(true);
    pump.wake();
  }

  /// When the next walk after a moment is due.
  public Optional<Instant> next(Instant after) {
    LocalDateTime local = LocalDateTime.ofInstant(after, zone());
    Stream<Instant> moments = series(desk).stream().map(each -> instant(each.next(local)));
    Stream<Instant> retries = again.get().filter(after::isBefore).stream();
    return Stream.concat(moments, retries).min(Comparator.naturalOrder());
  }

  private ZoneId zone() {
    return desk.installation().location().zone();
  }

  private Instant instant(LocalDateTime local) {
    return local.atZone(zone()).toInstant();
  }

  private LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, zone());
  }

  /// What lay before a series was known, or while its contract was out of service, is not made up
  /// for.
  private void mark(Series each, boolean fresh) {
    if (fresh || lastDone(each).isEmpty()) {
      Instant now = time.now();
      String slot = each.slot(each.last(local(now)));
      change(sweeps -> sweeps.done(desk.id(), each.contract(), slot, now));
    }
  }

  private Optional<LocalDateTime> lastDone(Series each) {
    return store
        .read((Tables tables) -> tables.sweeps().lastDone(desk.id(), each.contract(), each.name()))
        .map(each::moment);
  }

  private void look() {
    Instant now = time.now();
    if (!resumed.getAndSet(false) && again.get().filter(now::isBefore).isPresent()) {
      return;
    }
    Optional<Instant> held = desk.crm().calls().bulkHeldUntil(now);
    if (held.isPresent()) {
      again.set(held);
      return;
    }
    again.set(introduction.proceed());
    for (Series each : series(desk)) {
      if (again.get().isEmpty()) {
        again.set(catchUp(each));
      }
    }
  }

  private Optional<Instant> catchUp(Series each) {
    LocalDateTime now = local(time.now());
    Optional<LocalDateTime> last = lastDone(each);
    while (last.isPresent() && !each.next(last.get()).isAfter(now)) {
      LocalDateTime due = each.next(last.get());
      Optional<Instant> later = walk(each, due);
      if (later.isPresent()) {
        return later;
      }
      last = Optional.of(due);
    }
    return Optional.empty();
  }

  private Optional<Instant> walk(Series each, LocalDateTime due) {
    String slot = each.slot(due);
    LOG.info("walks over all contacts for {} of {}", slot, each.contract());
    Optional<Sweeps.Progress> begun =
        store.read((Tables tables) -> tables.sweeps().progress(desk.id(), each.contract(), slot));
    Cursor from = begun.map(progress -> new Cursor(progress.cursor())).orElse(Cursor.start());
    return pages.walk(
        from,
        contacts -> meet(each, due, contacts),
        next ->
            change(sweeps -> {
              if (next.isPresent()) {
                sweeps.goesOn(desk.id(), each.contract(), slot, next.get().text());
              } else {
                sweeps.done(desk.id(), each.contract(), slot, time.now());
              }
            }));
  }

  /// Only when all of a page are decided about is the page taken note of.
  private Optional<Instant> meet(Series each, LocalDateTime due, List<ContactSnapshot> contacts) {
    for (ContactSnapshot contact : contacts) {
      Optional<Happening> what =
          contact.exists() ? each.happening(contact, due.toLocalDate()) : Optional.empty();
      if (what.isPresent()
          && decided(each, due, contact, what.get()) instanceof Result.Stalled(var until, _)) {
        return Optional.of(until);
      }
    }
    return Optional.empty();
  }

  private Result decided(Series each, LocalDateTime due, ContactSnapshot contact, Happening what) {
    String id = "sweep/" + each.contract() + "/" + each.slot(due) + "/" + contact.id();
    var event = new DomainEvent(id, contact.id(), instant(due), what, Provenance.OUTSIDE);
    return decisions.decide(contact, new Matter.Meant(each.contract(), event));
  }

  private interface Change {
    void of(Sweeps sweeps);
  }

  private void change(Change change) {
    store
        .write(tables -> {
          change.of(tables.sweeps());
          return true;
        })
        .join();
  }
}
