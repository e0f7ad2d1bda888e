package dev.interlock.engine.timers;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.core.Calendars;
import dev.interlock.core.Spans;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Matter;
import dev.interlock.engine.decide.Result;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.Notices;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Activity;
import dev.interlock.engine.work.Pump;
import dev.interlock.engine.work.Time;
import dev.interlock.engine.work.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices that the machine's clock was ahead and has been set back, and has everything counted
/// anew that was counted by it: limits, waits, tries. Somebody is told, since what fell due in
/// between was done too early.
public final class ClockWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

  /// A clock that is kept right goes back by less.
  private static final Duration PUT_RIGHT = Duration.ofMinutes(2);

  private static final int AT_ONCE = 64;

  private final Desk desk;
  private final Store store;
  private final Turns turns;
  private final Decisions decisions;
  private final Time time;
  private final Runnable resume;
  private final Pump pump;

  /// Whose times are still to be counted anew.
  private final Queue<ContactId> left = new ConcurrentLinkedQueue<>();

  /// The latest moment that the clock has shown.
  private volatile Instant latest = Instant.MIN;

  /// Whether an earlier process told of it, and may not have come to the end.
  private volatile boolean goesOn;

  /// @param resume has everybody try again who waits for a moment of that clock
  public ClockWatch(
      Desk desk,
      Store store,
      Turns turns,
      Activity activity,
      Decisions decisions,
      Time time,
      Runnable resume) {
    this.desk = desk;
    this.store = store;
    this.turns = turns;
    this.decisions = decisions;
    this.time = time;
    this.resume = resume;
    this.pump = new Pump("clock " + desk.id(), activity, this::look);
  }

  /// Begins.
  ///
  /// @param before what the clock of an earlier process showed last
  public void start(Instant before) {
    latest = before;
    goesOn = store.read((Tables tables) -> tables.clocks().isTold(desk.id()));
    wake();
  }

  /// The clock may have been set. Nearly always it has not, which costs next to nothing.
  public void wake() {
    Instant now = time.now();
    if (goesOn || wasAhead(now)) {
      pump.wake();
    } else {
      latest = now;
    }
  }

  private boolean wasAhead(Instant now) {
    return now.plus(PUT_RIGHT).isBefore(latest);
  }

  private void look() {
    Instant now = time.now();
    if (wasAhead(now)) {
      List<ContactId> contacts = writtenAfter(now);
      tell(contacts.size(), now, Duration.between(now, latest));
      countAnew(contacts);
    } else if (goesOn) {
      countAnew(writtenAfter(now));
    }
    goesOn = false;
    latest = now;
  }

  private List<ContactId> writtenAfter(Instant now) {
    return store.read((Tables tables) -> tables.clocks().writtenAfter(desk.id(), now));
  }

  private void tell(int contacts, Instant now, Duration by) {
    String words = words(contacts, now, by);
    var attention =
        new Notices.Attention(Optional.empty(), Optional.empty(), Concern.CLOCK_WAS_AHEAD, words);
    store
        .write(tables -> {
          tables.clocks().hasten(desk.id(), now, by);
          tables.notices().attendOnce(desk.id(), attention, now);
          return now;
        })
        .join();
    LOG.warn("{}: {}", desk.id(), words);
  }

  private void countAnew(List<ContactId> contacts) {
    left.addAll(contacts);
    for (int begun = 0; begun < AT_ONCE; begun++) {
      handOut();
    }
    resume.run();
  }

  /// Each has the next one handed out, so that what is in hand takes no more memory however many
  /// there are. A stop leaves the rest for the next start.
  private void handOut() {
    Optional.ofNullable(left.poll())
        .ifPresent(contact -> {
          var follows = new AtomicBoolean();
          turns.submit(desk.turn(contact), () -> countAnew(contact, follows));
        });
  }

  /// @param follows whether the next one was handed out: once, however often this is tried
  private Optional<Instant> countAnew(ContactId contact, AtomicBoolean follows) {
    try {
      return switch (decisions.decide(contact, new Matter.ClockSetBack())) {
        case Result.Settled() -> Optional.empty();
        case Result.Stalled(var until, var reason) -> {
          LOG.debug("times of {} are counted anew at {}: {}", contact, until, reason);
          yield Optional.of(until);
        }
      };
    } finally {
      if (follows.compareAndSet(false, true)) {
        handOut();
      }
    }
  }

  private String words(int contacts, Instant now, Duration by) {
    return "The clock of Interlock's machine was ahead by "
        + Spans.words(Duration.ofMinutes(Math.max(1, by.toMinutes())))
        + ", until it was set back on "
        + Calendars.words(now, desk.installation().location().zone())
        + ". What fell due in between was done too early, and cannot be taken back. Limits and"
        + " waits of "
        + (contacts == 1 ? "1 contact" : contacts + " contacts")
        + " are counted anew; the story of each says so. Have the machine keep its clock by a time"
        + " server, look at whom it wrote to, and settle this by `interlock order acknowledge`";
  }
}
