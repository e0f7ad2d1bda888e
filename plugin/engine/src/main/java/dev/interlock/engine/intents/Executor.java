package dev.interlock.engine.intents;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Known;
import dev.interlock.core.run.CommandId;
import dev.interlock.crm.calls.Calls;
import dev.interlock.engine.decide.Beginning;
import dev.interlock.engine.decide.Beginning.Issued;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Decisions.Consequences;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.intents.Preparation.NeedsContact;
import dev.interlock.engine.store.Intents.Due;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Activity;
import dev.interlock.engine.work.Job;
import dev.interlock.engine.work.Pump;
import dev.interlock.engine.work.Time;
import dev.interlock.engine.work.Turns;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands out the commands of one installation that are due: leaving goes before beginning, of each
/// run one after the other, and no more at once and per second than the CRM allows.
///
/// A command is carried out in its contact's turn: what the contact does meanwhile is heard right
/// after what came of the command. One whose turn it is when it is decided begins with the
/// decision.
public final class Executor {
  private static final Logger LOG = LoggerFactory.getLogger(Executor.class);

  private final Desk desk;
  private final Store store;
  private final Turns turns;
  private final Time time;
  private final Means means;
  private final Pump pump;
  private final UnderWay underWay;
  private final AtomicLong waits = new AtomicLong();

  /// Of those under way, what does not go to the CRM.
  private final Set<CommandId> elsewhere = ConcurrentHashMap.newKeySet();

  private final AtomicReference<Optional<Instant>> allowedAgain =
      new AtomicReference<>(Optional.empty());

  public Executor(
      Desk desk,
      Store store,
      Turns turns,
      Activity activity,
      Decisions decisions,
      Consequences consequences,
      Poster poster,
      Time time,
      MeterRegistry metrics,
      Pace pace) {
    this.desk = desk;
    this.store = store;
    this.turns = turns;
    this.time = time;
    this.means =
        new Means(
            desk,
            store,
            decisions,
            consequences,
            new Texts(),
            poster,
            pace.patience(),
            new VainLooks(),
            time,
            metrics);
    this.pump = new Pump("commands " + desk.id(), activity, this::look);
    this.underWay = new UnderWay(pace.atOnce(), new Allowance(pace.burst(), pace.perSecond()));
  }

  /// Puts in doubt what a former process left behind, and begins.
  public void start() {
    int doubted =
        store.write(tables -> tables.intents().doubtAllClaimed(desk.id(), time.now())).join();
    if (doubted > 0) {
      LOG.info(
          "commands under way when the former process ended: {}; the CRM is asked what became of"
              + " them before any is repeated",
          doubted);
    }
    pump.wake();
  }

  /// Some were stored to wait.
  public void commanded() {
    waits.incrementAndGet();
    pump.wake();
  }

  /// Some may be due.
  public void wake() {
    pump.wake();
  }

  /// When the next one after a moment is due.
  public Optional<Instant> next(Instant after) {
    Optional<Instant> due =
        store.read((Tables tables) -> tables.intents().nextDue(desk.id(), after));
    return Stream.concat(due.stream(), allowedAgain.get().filter(after::isBefore).stream())
        .min(Comparator.naturalOrder());
  }

  /// Lets a command begin with its decision when nothing else is its turn before: nothing about its
  /// contact, and nothing in the line of all. What is needed to tell it to the CRM has to be at
  /// hand.
  public Optional<Beginning> beginning(Issued issued) {
    CommandId id = issued.command().id();
    boolean isNext =
        Wanted.isBy(issued.run().standing(), id)
            && turns.isAlone(desk.turn(issued.run().contact()));
    if (!isNext || !(prepared(issued) instanceof Preparation.Ready(var errand, var missing))) {
      return Optional.empty();
    }
    if (errand instanceof Errand.Post) {
      // whoever hangs there is not the CRM, and is not to hold up what comes from it
      return Optional.empty();
    }
    Calls calls = desk.crm().calls();
    if (calls.isOpen() || calls.heldUntil(issued.decidedAt()).isPresent()) {
      return Optional.empty();
    }
    long before = waits.get();
    Instant tried = calls.theirs(issued.decidedAt());
    return underWay.takeAtOnce(id, issued.decidedAt())
        ? Optional.of(new AtOnce(new Begun(issued, errand, missing, tried), before))
        : Optional.empty();
  }

  private Preparation prepared(Issued issued) {
    try {
      Preparation first = prepared(issued, Known.unsaid());
      return first instanceof NeedsContact(var details)
          ? means
              .decisions()
              .glance(issued.run().contact(), details)
              .map(seen -> prepared(issued, Known.said(seen)))
              .orElse(first)
          : first;
    } catch (RuntimeException bug) {
      // the decision is not to be undone by it: the command meets it when it is its turn
      LOG.error("{} could not be prepared", issued.command().id(), bug);
      return new NeedsContact(Set.of());
    }
  }

  private Preparation prepared(Issued issued, Known<ContactSnapshot> seen) {
    return means.prepared(issued.run(), issued.command(), seen, issued::contactName);
  }

  /// What is due, by whether it is the CRM's.
  private record Line(List<Due> elsewhere, List<Due> inCrm) {}

  private void look() {
    UnderWay.Room room = underWay.room();
    if (room.left() <= 0) {
      return;
    }
    Instant now = time.now();
    int limit = room.left() + room.taken();
    Line line =
        store.read(tables ->
            new Line(
                tables.intents().dueElsewhere(desk.id(), now, limit),
                tables.intents().due(desk.id(), now, limit)));
    allowedAgain.set(Optional.empty());
    if (goElsewhere(line.elsewhere(), now) && goToCrm(line.inCrm(), now)) {
      underWay.lineIs(line.inCrm().size() >= limit);
    }
  }

  /// However the CRM is.
  ///
  /// @return whether there is room for others
  private boolean goElsewhere(List<Due> due, Instant now) {
    for (Due next : due) {
      switch (underWay.take(next.command(), now)) {
        case UnderWay.Admission.Taken() -> {
          elsewhere.add(next.command());
          handOut(next);
        }
        case UnderWay.Admission.TakenBefore() -> {}
        case UnderWay.Admission.NoRoom() -> {
          return false;
        }
        case UnderWay.Admission.NotBefore(var moment) -> {
          waitUntil(moment);
          return false;
        }
      }
    }
    return true;
  }

  /// As far as the CRM allows it.
  ///
  /// @return whether all may go
  private boolean goToCrm(List<Due> due, Instant now) {
    Calls calls = desk.crm().calls();
    if (calls.isOpen() && underWay.room().taken() > elsewhere.size()) {
      // whatever is under way tries the CRM for all of them, and wakes us when it is done
      return false;
    }
    for (Due next : due) {
      Optional<Instant> held = next.isUrgent() ? calls.heldUntil(now) : calls.bulkHeldUntil(now);
      if (held.isPresent()) {
        if (calls.heldUntil(now).isPresent()) {
          waitUntil(held.get());
        } else {
          onlyBulkWaitsUntil(held.get());
        }
        return false;
      }
      switch (underWay.take(next.command(), now)) {
        case UnderWay.Admission.Taken() -> {
          handOut(next);
          if (calls.isOpen()) {
            return false;
          }
        }
        case UnderWay.Admission.TakenBefore() -> {}
        case UnderWay.Admission.NoRoom() -> {
          return false;
        }
        case UnderWay.Admission.NotBefore(var moment) -> {
          waitUntil(moment);
          return false;
        }
      }
    }
    return true;
  }

  private void waitUntil(Instant moment) {
    underWay.lineWaits();
    allowedAgain.set(Optional.of(moment));
    means.consequences().alarmed(moment);
  }

  /// What webhooks ask for goes on: those who wait for the day to turn are no line to stand in.
  private void onlyBulkWaitsUntil(Instant moment) {
    underWay.lineIs(false);
    allowedAgain.set(Optional.of(moment));
    means.consequences().alarmed(moment);
  }

  private void handOut(Due next) {
    CommandId id = next.command();
    var job = new CommandJob(means, id);
    turns.submit(desk.turn(next.contact()), () -> done(id, job));
  }

  private Optional<Instant> done(CommandId id, Job job) {
    Optional<Instant> again = job.work();
    if (again.isEmpty()) {
      underWay.ended(id);
      elsewhere.remove(id);
      pump.wake();
    }
    return again;
  }

  /// A command that begins with its decision.
  private final class AtOnce implements Beginning {
    private final Begun begun;
    private final CommandId id;

    /// How many commands were stored to wait before.
    private final long waitedBefore;

    private volatile boolean ours;

    AtOnce(Begun begun, long waitedBefore) {
      this.begun = begun;
      this.id = begun.issued().command().id();
      this.waitedBefore = waitedBefore;
    }

    @Override
    public void store(Tables tables) {
      ours = begun.store(desk, tables);
    }

    @Override
    public void decided() {
      if (ours) {
        follow(new CommandJob(means, begun));
      } else {
        undone();
        commanded();
      }
    }

    @Override
    public void undone() {
      underWay.undo(id);
    }

    /// If it was stored as begun, then the CRM is asked what became of it.
    @Override
    public void unknown() {
      follow(new CommandJob(means, id));
    }

    private void follow(Job job) {
      turns.follow(desk.turn(begun.issued().run().contact()), () -> ended(job));
    }

    /// Only what was stored meanwhile can have waited for this one.
    private Optional<Instant> ended(Job job) {
      Optional<Instant> again = job.work();
      if (again.isEmpty()) {
        underWay.ended(id);
        if (underWay.hasLine() || waits.get() != waitedBefore) {
          pump.wake();
        }
      }
      return again;
    }
  }
}
