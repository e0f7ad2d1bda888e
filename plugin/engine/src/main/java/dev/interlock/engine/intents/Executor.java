package dev.interlock.engine.intents;

import dev.interlock.core.run.CommandId;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Decisions.Consequences;
import dev.interlock.engine.desk.Desk;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands out the commands of one installation that are due: leaving goes before beginning, of each
/// run one after the other, and no more at once and per second than the CRM allows.
///
/// A command is carried out in its contact's turn: what the contact does meanwhile is heard right
/// after what came of the command.
public final class Executor {
  private static final Logger LOG = LoggerFactory.getLogger(Executor.class);

  private final Desk desk;
  private final Store store;
  private final Turns turns;
  private final Time time;
  private final Means means;
  private final Pump pump;
  private final int atOnce;
  private final Allowance allowance;
  private final Set<CommandId> inHand = ConcurrentHashMap.newKeySet();
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
    this.atOnce = pace.atOnce();
    this.allowance = new Allowance(pace.burst(), pace.perSecond());
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

  private void look() {
    int room = atOnce - inHand.size();
    if (room <= 0) {
      return;
    }
    Instant now = time.now();
    int limit = room + inHand.size();
    List<Due> due = store.read(tables -> tables.intents().due(desk.id(), now, limit));
    allowedAgain.set(Optional.empty());
    for (Due next : due) {
      if (!inHand.contains(next.command())) {
        Optional<Instant> later = allowance.take(now);
        if (later.isPresent()) {
          allowedAgain.set(later);
          means.consequences().alarmed(later.get());
          return;
        }
        handOut(next);
      }
    }
  }

  private void handOut(Due next) {
    CommandId id = next.command();
    inHand.add(id);
    var job = new CommandJob(means, id);
    turns.submit(desk.turn(next.contact()), () -> done(id, job));
  }

  private Optional<Instant> done(CommandId id, Job job) {
    Optional<Instant> again = job.work();
    if (again.isEmpty()) {
      inHand.remove(id);
      pump.wake();
    }
    return again;
  }
}
