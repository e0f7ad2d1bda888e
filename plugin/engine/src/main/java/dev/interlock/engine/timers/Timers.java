package dev.interlock.engine.timers;

import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Matter;
import dev.interlock.engine.decide.Result;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.Runs.Due;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Activity;
import dev.interlock.engine.work.Answering;
import dev.interlock.engine.work.Pump;
import dev.interlock.engine.work.Time;
import dev.interlock.engine.work.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works on the timers of one installation that are due, in the order in which they fell due.
public final class Timers {
  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

  /// When it is looked again in a burst of webhooks: seldom, since each account looks.
  private static final Duration IN_A_BURST = Duration.ofMillis(500);

  private final Desk desk;
  private final Store store;
  private final Turns turns;
  private final Decisions decisions;
  private final Answering answering;
  private final Time time;
  private final Pump pump;
  private final int atOnce;

  /// With so many in hand there is room again: looking takes as long for one as for some.
  private final int roomAgain;

  private final Set<Due> inHand = ConcurrentHashMap.newKeySet();
  private final Set<Due> futile = ConcurrentHashMap.newKeySet();

  /// Until when the CRM's calls are kept for others, as far as that mattered.
  private final AtomicReference<Optional<Instant>> heldUntil =
      new AtomicReference<>(Optional.empty());

  private volatile boolean stopped;

  /// Whether more may be due than were handed out.
  private volatile boolean hasMore;

  /// @param atOnce how many are worked on at the same time
  public Timers(
      Desk desk,
      Store store,
      Turns turns,
      Activity activity,
      Decisions decisions,
      Answering answering,
      Time time,
      int atOnce) {
    this.desk = desk;
    this.store = store;
    this.turns = turns;
    this.decisions = decisions;
    this.answering = answering;
    this.time = time;
    this.pump = new Pump("timers " + desk.id(), activity, this::look);
    this.atOnce = atOnce;
    this.roomAgain = atOnce * 3 / 4;
  }

  /// Some may be due.
  public void wake() {
    pump.wake();
  }

  /// Has no more rung.
  public void stop() {
    stopped = true;
  }

  /// When the next one after a moment is due.
  public Optional<Instant> next(Instant after) {
    Optional<Instant> alarm =
        store.read((Tables tables) -> tables.runs().nextAlarm(desk.id(), after));
    return Stream.concat(alarm.stream(), heldUntil.get().filter(after::isBefore).stream())
        .min(Comparator.naturalOrder());
  }

  private void look() {
    // said before looking: who leaves meanwhile has others looked for
    hasMore = true;
    int room = room();
    if (room <= 0) {
      return;
    }
    Instant now = time.now();
    Optional<Instant> held = desk.crm().calls().bulkHeldUntil(now);
    heldUntil.set(held);
    if (held.isPresent()) {
      return;
    }
    int limit = room + inHand.size() + futile.size();
    List<Due> due = store.read(tables -> tables.runs().due(desk.id(), now, limit));
    List<Due> fresh =
        due.stream().filter(each -> !inHand.contains(each) && !futile.contains(each)).toList();
    fresh.stream().limit(room).forEach(this::handOut);
    hasMore = fresh.size() > room || due.size() >= limit;
  }

  private int room() {
    if (stopped) {
      return 0;
    }
    if (answering.share() == Answering.Share.NOTHING) {
      pump.wakeAfter(IN_A_BURST);
      return 0;
    }
    return atOnce - inHand.size();
  }

  private void handOut(Due due) {
    inHand.add(due);
    turns.submit(desk.turn(due.contact()), () -> ring(due));
  }

  private Optional<Instant> ring(Due due) {
    var matter = new Matter.Due(due.run(), due.alarm());
    Instant asked = time.now();
    return switch (decisions.decide(due.contact(), matter)) {
      case Result.Settled() -> {
        done(due, asked);
        yield Optional.empty();
      }
      case Result.Stalled(var until, var reason) -> {
        LOG.debug("a timer of {} waits until {}: {}", due.run(), until, reason);
        yield Optional.of(until);
      }
    };
  }

  private void done(Due due, Instant asked) {
    if (isStillDue(due, asked)) {
      futile.add(due);
      LOG.error("the timer of run {} changes nothing and is left alone", due.run());
    }
    turns.afterwards(desk.turn(due.contact()), () -> leave(due));
  }

  /// Out of hand with the command that began with it, as a delivery is.
  private void leave(Due due) {
    inHand.remove(due);
    if (hasMore && inHand.size() <= roomAgain) {
      pump.wake();
    }
  }

  /// The core leaves no run waiting for what has passed; if it ever did, looking again and again
  /// would keep a processor busy. Where the clock was set back while it was in hand, it has not
  /// passed any more, and rings again once it has.
  private boolean isStillDue(Due due, Instant asked) {
    boolean hasPassed = !due.alarm().isAfter(asked) && !due.alarm().isAfter(time.now());
    return hasPassed
        && decisions.alarm(due.contact(), due.run()).filter(due.alarm()::equals).isPresent();
  }
}
