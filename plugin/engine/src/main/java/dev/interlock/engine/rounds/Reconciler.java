package dev.interlock.engine.rounds;

import dev.interlock.crm.Cursor;
import dev.interlock.crm.NotNowException;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sighting.Kind;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.Span;
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
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the CRM in rounds for what its webhooks never told, each kind by itself, and puts it into
/// the inbox.
///
/// A page is stored with the place where the next one begins, in one unit of work: whatever happens
/// in between, it is read again and means the same. Where the CRM does not answer, no round moves.
/// The first start begins to watch, and looks for nothing that was before.
public final class Reconciler {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
  private static final Duration STORE_MAY_RECOVER = Duration.ofSeconds(30);
  private static final Duration WHEN_REFUSED = Duration.ofMinutes(5);
  private static final Duration NAMES_MAY_COME = Duration.ofSeconds(30);
  private static final Duration AT_LEAST = Duration.ofSeconds(1);
  private static final Duration EVERYBODY_IS_READ_FIRST = Duration.ofMinutes(1);

  private final Desk desk;
  private final Store store;
  private final Arrivals arrivals;
  private final Time time;
  private final Looking looking;
  private final Pace pace;
  private final Leave leave;
  private final Sorting sorting;
  private final Pump pump;
  private final AtomicReference<Optional<Instant>> again = new AtomicReference<>(Optional.empty());

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
    this.pace = pace;
    this.leave = new Leave(desk.id(), store, arrivals, looking, pace);
    this.sorting = new Sorting(desk, store);
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
    Instant now = time.now();
    change(rounds -> List.of(Kind.values()).forEach(kind -> rounds.watch(desk.id(), kind, now)));
    pump.wake();
  }

  /// A round may be due.
  public void wake() {
    if (looking.isOn()) {
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
    return store.read((Tables tables) -> tables.rounds().all(desk.id()));
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
    if (again.get().filter(now::isBefore).isPresent()) {
      return;
    }
    again.set(Optional.empty());
    if (!isEverybodyRead()) {
      again.set(Optional.of(now.plus(EVERYBODY_IS_READ_FIRST)));
      return;
    }
    for (Round round : rounds()) {
      if (!round.next().isAfter(now)) {
        again.set(go(round));
      }
      if (again.get().isPresent()) {
        return;
      }
    }
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
      Instant next = time.now().plus(looking.every());
      change(rounds -> rounds.stopped(desk.id(), round.kind(), Optional.empty(), next, ""));
    }
    while (goesOn) {
      Optional<Instant> later = leave.take(time.now());
      if (later.isPresent()) {
        return later;
      }
      switch (desk.crm().happened(round.kind(), leg.span(), leg.page())) {
        case Read.Got<SightingPage>(var page) -> {
          leave.took(page.calls());
          switch (taken(round, leg, page)) {
            case Taken.GoesOn(var next) -> leg = next;
            case Taken.Through() -> goesOn = false;
            case Taken.NotNow(var until) -> {
              return Optional.of(until);
            }
          }
        }
        case Read.TryLater<SightingPage>(var pause, var reason) -> {
          return Optional.of(stopped(round, Optional.of(leg), pause, reason));
        }
        case Read.Gone<SightingPage>(var reason) -> {
          refused(round, leg, reason);
          goesOn = false;
        }
        case Read.Refused<SightingPage>(var code, var reason) -> {
          refused(round, leg, code + ": " + reason);
          goesOn = false;
        }
      }
    }
    return Optional.empty();
  }

  private Leg begun(Round round) {
    Instant back = round.through().minus(looking.overlap());
    Instant since = back.isBefore(round.watched()) ? round.watched() : back;
    Instant until = time.now().minus(looking.settled());
    return new Leg(new Span(round.watched(), since), until, Cursor.start());
  }

  private sealed interface Taken {
    record GoesOn(Leg leg) implements Taken {}

    record Through() implements Taken {}

    record NotNow(Instant until) implements Taken {}
  }

  private Taken taken(Round round, Leg leg, SightingPage page) {
    Sorting.Sorted sorted;
    try {
      sorted = sorting.sort(page.sightings(), leg);
    } catch (NotNowException notNow) {
      return new Taken.NotNow(
          stopped(round, Optional.of(leg), NAMES_MAY_COME, String.valueOf(notNow.getMessage())));
    }
    Instant now = time.now();
    Optional<Leg> next = page.next().map(leg::at);
    int takenIn =
        store
            .write(tables -> {
              int open = sorting.store(tables, round.kind(), sorted, now);
              if (next.isPresent()) {
                tables.rounds().goesOn(desk.id(), round.kind(), next.get());
              } else {
                through(tables.rounds(), round.kind(), leg, now);
              }
              return open;
            })
            .join();
    for (int i = 0; i < takenIn; i++) {
      arrivals.arrived();
    }
    return next.<Taken>map(Taken.GoesOn::new).orElseGet(Taken.Through::new);
  }

  private void through(Rounds rounds, Kind kind, Leg leg, Instant now) {
    Instant forget = leg.until().minus(looking.overlap()).minus(looking.overlap());
    var schedule = new Rounds.Schedule(now, now.plus(looking.every()));
    rounds.through(desk.id(), kind, leg, schedule, forget);
  }

  /// All readings wait: what keeps one from going on keeps all of them.
  private Instant stopped(Round round, Optional<Leg> leg, Duration pause, String reason) {
    int vain = vain(round.kind());
    Duration patience = pace.patience().pauseAfter(vain + 1);
    Duration longer = pause.plus(AT_LEAST);
    Instant until = time.now().plus(longer.compareTo(patience) > 0 ? longer : patience);
    LOG.debug("readings of {} wait until {}: {}", round.kind(), until, reason);
    change(rounds -> rounds.stopped(desk.id(), round.kind(), leg, until, reason));
    return until;
  }

  private int vain(Kind kind) {
    return rounds().stream()
        .filter(round -> round.kind() == kind)
        .mapToInt(Round::vain)
        .findFirst()
        .orElse(0);
  }

  /// The others go on. The round begins again: its page may be what is refused.
  private void refused(Round round, Leg leg, String reason) {
    LOG.warn("the CRM does not let {} be read: {}", round.kind().words(), reason);
    Duration pause = looking.every().compareTo(WHEN_REFUSED) > 0 ? looking.every() : WHEN_REFUSED;
    Instant next = time.now().plus(pause);
    var again = Optional.of(leg.at(Cursor.start()));
    change(rounds -> rounds.stopped(desk.id(), round.kind(), again, next, reason));
  }

  private interface Change {
    void of(Rounds rounds);
  }

  private void change(Change change) {
    store
        .write(tables -> {
          change.of(tables.rounds());
          return true;
        })
        .join();
  }
}
