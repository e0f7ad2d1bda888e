package dev.interlock.engine.rounds;

import dev.interlock.crm.Crm;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.NotNowException;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sighting.Kind;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.Span;
import dev.interlock.crm.calls.Calls;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.inbox.Arrivals;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.store.Rounds;
import dev.interlock.engine.store.Rounds.Leg;
import dev.interlock.engine.store.Rounds.Round;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Activity;
import dev.interlock.engine.work.Pump;
import dev.interlock.engine.work.Time;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/// Reads the CRM in rounds for what its webhooks never told, each kind by itself, and puts it into
/// the inbox.
///
/// A page is stored with the place where the next one begins, in one unit of work: whatever happens
/// in between, it is read again and means the same. Where the CRM does not answer, no round moves.
/// The first start begins to watch, and looks for nothing that was before.
public final class Reconciler {
  private static final Duration STORE_MAY_RECOVER = Duration.ofSeconds(30);
  private static final Duration INBOX_MAY_DRAIN = Duration.ofSeconds(30);
  private static final Duration NAMES_MAY_COME = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
  private static final Duration EVERYBODY_IS_READ_FIRST = Duration.ofMinutes(1);

  private final Desk desk;
  private final Store store;
  private final Arrivals arrivals;
  private final Time time;
  private final Looking looking;
  private final Leave leave;
  private final Sorting sorting;
  private final Setbacks setbacks;
  private final Worthwhile worthwhile;
  private final Pump pump;
  private final AtomicReference<Optional<Instant>> again = new AtomicReference<>(Optional.empty());
  private final AtomicBoolean resumed = new AtomicBoolean();

  public Reconciler(
      Desk desk,
      Store store,
      Activity activity,
      Arrivals arrivals,
      Time time,
      MeterRegistry metrics,
      Looking looking,
      Pace pace) {
    this.desk = desk;
    this.store = store;
    this.arrivals = arrivals;
    this.time = time;
    this.looking = looking;
    this.leave = new Leave(desk, store, arrivals, looking, pace);
    this.sorting = new Sorting(desk, store);
    this.setbacks = new Setbacks(desk.id(), store, time, looking, pace.patience());
    this.worthwhile = new Worthwhile(desk, store);
    if (looking.isOn()) {
      new Figures(desk.id(), store).register(metrics);
    }
    this.pump = new Pump("rounds " + desk.id(), activity, this::look);
  }

  /// Watches from now on, where that is new; otherwise looks at once, since nobody knows what was
  /// missed while nothing ran.
  public void start() {
    if (!looking.isOn()) {
      return;
    }
    worthwhile.start(time.now());
    pump.wake();
  }

  /// Other contracts are live: what nobody listened for until now is watched from now on, and what
  /// nobody listens for any more is not.
  public void renewed() {
    if (looking.isOn() && worthwhile.isStarted()) {
      worthwhile.renew(time.now());
      pump.wake();
    }
  }

  /// A round may be due.
  public void wake() {
    if (looking.isOn()) {
      pump.wake();
    }
  }

  /// The CRM serves again: what waited for that waits no longer.
  public void resume() {
    if (looking.isOn()) {
      resumed.set(true);
      pump.wake();
    }
  }

  /// When the next round after a moment is due, or the one under way goes on.
  public Optional<Instant> next(Instant after) {
    if (!looking.isOn()) {
      return Optional.empty();
    }
    Optional<Instant> pause = again.get().filter(after::isBefore);
    return pause.or(() ->
        rounds().stream().map(Round::next).filter(after::isBefore).min(Comparator.naturalOrder()));
  }

  private List<Round> rounds() {
    return store.read((Tables tables) -> tables.rounds().all(desk.id())).stream()
        .filter(round -> worthwhile.has(round.kind()))
        .toList();
  }

  private void look() {
    try {
      lookForDue();
    } catch (RuntimeException problem) {
      // no round has moved
      again.set(Optional.of(time.now().plus(STORE_MAY_RECOVER)));
      throw problem;
    }
  }

  private void lookForDue() {
    Instant now = time.now();
    if (resumed.getAndSet(false)) {
      again.set(Optional.empty());
      store
          .write(tables -> {
            tables.rounds().hasten(desk.id(), now);
            return now;
          })
          .join();
    }
    if (again.get().filter(moment -> !isDue(moment, now)).isPresent()) {
      return;
    }
    again.set(Optional.empty());
    if (!isEverybodyRead()) {
      again.set(Optional.of(now.plus(EVERYBODY_IS_READ_FIRST)));
      return;
    }
    for (Round round : rounds()) {
      if (isDue(round.next(), now)) {
        again.set(go(round));
      }
      if (again.get().isPresent()) {
        return;
      }
    }
  }

  /// What lies further ahead than anything is put off was stored by a clock that was ahead.
  private boolean isDue(Instant moment, Instant now) {
    return !moment.isAfter(now) || moment.isAfter(now.plus(looking.every()).plus(LONGEST_PAUSE));
  }

  private boolean isEverybodyRead() {
    return store.read((Tables tables) -> tables.installations().isImported(desk.id()));
  }

  /// Goes on with a round, to its end where that can be.
  ///
  /// @return when all readings go on, where all have to wait
  private Optional<Instant> go(Round round) {
    Leg leg = round.leg().orElseGet(() -> begun(round));
    boolean goesOn = leg.until().isAfter(leg.span().since());
    if (!goesOn) {
      setbacks.tooEarly(round);
    }
    while (goesOn) {
      Optional<Instant> later = leave.take(time.now());
      if (later.isPresent()) {
        return later;
      }
      switch (read(round.kind(), leg)) {
        case Read.Got<SightingPage>(var page) -> {
          switch (taken(round, leg, page)) {
            case Taken.GoesOn(var next) -> leg = next;
            case Taken.Through() -> goesOn = false;
            case Taken.Stopped() -> goesOn = false;
            case Taken.NoRoom(var until) -> {
              return Optional.of(until);
            }
          }
        }
        case Read.TryLater<SightingPage>(var pause, var reason) -> {
          setbacks.notNow(round, leg, pause, reason);
          goesOn = false;
        }
        case Read.Gone<SightingPage>(var reason) -> {
          setbacks.refused(round, leg, reason);
          goesOn = false;
        }
        case Read.Refused<SightingPage>(var code, var reason) -> {
          setbacks.refused(round, leg, code + ": " + reason);
          goesOn = false;
        }
      }
    }
    return Optional.empty();
  }

  private Read<SightingPage> read(Kind kind, Leg leg) {
    Crm crm = desk.crm();
    Calls.Counted<Read<SightingPage>> read =
        crm.calls().counting(() -> crm.happened(kind, leg.span(), leg.page()));
    leave.took(read.calls());
    return read.result();
  }

  private Leg begun(Round round) {
    Instant until = time.now().minus(looking.settled());
    Instant watched = earlier(round.watched(), until.plus(looking.settled()));
    Instant back = earlier(round.through(), until).minus(looking.overlap());
    Instant since = back.isBefore(watched) ? watched : back;
    return new Leg(new Span(watched, since), until, Cursor.start());
  }

  /// What a clock that was ahead has stored reaches no further than now.
  private static Instant earlier(Instant stored, Instant now) {
    return stored.isAfter(now) ? now : stored;
  }

  private sealed interface Taken {
    record GoesOn(Leg leg) implements Taken {}

    record Through() implements Taken {}

    /// Its kind goes on at the moment that was stored.
    record Stopped() implements Taken {}

    /// The inbox is full, for all kinds; as much of the page as it had room for is in it.
    record NoRoom(Instant until) implements Taken {}
  }

  private Taken taken(Round round, Leg leg, SightingPage page) {
    Sorting.Sorted sorted;
    try {
      sorted = sorting.sort(page, leg);
    } catch (NotNowException notNow) {
      setbacks.notNow(round, leg, NAMES_MAY_COME, String.valueOf(notNow.getMessage()));
      return new Taken.Stopped();
    }
    Instant now = time.now();
    Optional<Leg> next = page.next().map(leg::at);
    int rooms = 0;
    while (rooms < sorted.open().size() && arrivals.makesRoom()) {
      rooms++;
    }
    boolean fits = rooms == sorted.open().size();
    Sorting.Sorted part = fits ? sorted : sorted.part(rooms);
    int takenIn = 0;
    try {
      takenIn =
          store
              .write(tables -> {
                int open = sorting.store(tables, round.kind(), part, now);
                if (fits && next.isPresent()) {
                  tables.rounds().goesOn(desk.id(), round.kind(), next.get());
                } else if (fits) {
                  through(tables.rounds(), round.kind(), leg, page, now);
                }
                return open;
              })
              .join();
    } finally {
      for (int i = 0; i < rooms; i++) {
        if (i < takenIn) {
          arrivals.arrived();
        } else {
          arrivals.stayedAway();
        }
      }
    }
    if (!fits) {
      // read again, the page has fewer that are open: those of this part are told by then
      return new Taken.NoRoom(now.plus(INBOX_MAY_DRAIN));
    }
    return next.<Taken>map(Taken.GoesOn::new).orElseGet(Taken.Through::new);
  }

  /// What was seen is remembered for as long as it may be met again.
  private void through(Rounds rounds, Kind kind, Leg leg, SightingPage last, Instant now) {
    Instant furthest = earlier(last.since().orElse(leg.until()), leg.until());
    Instant forget = furthest.minus(looking.overlap()).minus(looking.overlap());
    var schedule = new Rounds.Schedule(now, now.plus(looking.every()));
    rounds.through(desk.id(), kind, leg, schedule, forget);
  }
}
