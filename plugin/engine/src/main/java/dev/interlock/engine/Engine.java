package dev.interlock.engine;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.AppNotice;
import dev.interlock.crm.Inbound;
import dev.interlock.engine.callout.WebhookPoster;
import dev.interlock.engine.decide.Dossiers;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.desk.Installation;
import dev.interlock.engine.inbox.Arrivals;
import dev.interlock.engine.inbox.Door;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.timers.AlarmClock;
import dev.interlock.engine.work.Activity;
import dev.interlock.engine.work.Answering;
import dev.interlock.engine.work.Time;
import dev.interlock.engine.work.Turns;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs contracts durably: takes deliveries in, decides, keeps everything in its store, and carries
/// out what was decided.
///
///     var engine = new Engine(EngineConfig.usual(), store, InstantSource.system(), metrics);
///     engine.install(installation);
///     engine.start();
///     Door door = engine.door(inbound);
///
/// It works with any clock. With one that stands still until it is moved, [#settle()] works off
/// all that is due, [#nextAlarm()] tells where to move the clock to, and [#timeMoved()] says that
/// it was moved.
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final EngineConfig config;
  private final Store store;
  private final Time time;
  private final MeterRegistry metrics;
  private final Activity activity = new Activity();
  private final Turns turns;
  private final Dossiers dossiers = new Dossiers();
  private final Answering answering;
  private final AlarmClock clock;
  private final WebhookPoster poster;
  private final Instant shownBefore;
  private final Map<InstallationId, Workplace> workplaces = new ConcurrentHashMap<>();
  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);

  private enum State {
    NEW,
    WORKING,
    STOPPED
  }

  /// An engine that does not work yet.
  ///
  /// @param store the engine owns it from now on, and closes it
  public Engine(EngineConfig config, Store store, InstantSource clock, MeterRegistry metrics) {
    this(config, store, clock, new Answering(), metrics);
  }

  Engine(
      EngineConfig config,
      Store store,
      InstantSource clock,
      Answering answering,
      MeterRegistry metrics) {
    this.answering = answering;
    this.config = config;
    this.store = store;
    this.time = new Time(clock);
    this.metrics = metrics;
    this.turns = new Turns(activity, time);
    this.clock = new AlarmClock(time, this::next, this::wakeAll);
    this.poster = new WebhookPoster(config.calloutTimeout());
    this.shownBefore = store.read((Tables tables) -> tables.clocks().latest()).orElse(Instant.MIN);
    FunctionCounter.builder("interlock.store.units", store, each -> each.written().units())
        .register(metrics);
    FunctionCounter.builder("interlock.store.commits", store, each -> each.written().commits())
        .register(metrics);
    FunctionCounter.builder("interlock.store.refused", store, each -> each.written().refused())
        .description("units of work that could not be stored because of the disk or the file")
        .register(metrics);
  }

  /// Loads an installation's contracts: they take new entries from now on, and runs under way stay
  /// on the versions that they began with. Work for it begins with the engine, or at once when the
  /// engine works already.
  ///
  /// @throws EngineException when it is installed already; [#renew(Installation)] loads others
  public void install(Installation installation) {
    if (workplaces.containsKey(installation.id())) {
      throw new EngineException(installation.id() + " is installed already; renew it instead");
    }
    Desk desk = Desk.furnish(installation, store, time.now());
    var shared =
        new Workplace.Shared(
            activity, turns, time, clock, poster, dossiers, answering, shownBefore, metrics);
    var workplace = new Workplace(desk, store, config, shared);
    workplaces.put(desk.id(), workplace);
    try {
      metrics.gauge(
          "interlock.inbox.depth",
          Tags.of("installation", desk.id().text()),
          workplace,
          each -> each.dispatcher().depth());
      if (state.get() == State.WORKING) {
        workplace.start();
      }
    } catch (RuntimeException problem) {
      // else it would be installed for whoever tries again, and work for nobody
      workplaces.remove(desk.id());
      workplace.leave();
      throw problem;
    }
  }

  /// Loads other contracts for an installation that is there: from one decision to the next they
  /// are those that take new entries. Runs under way stay on the versions that they began with,
  /// also those of contracts that are gone.
  ///
  /// @throws EngineException when it is not installed
  public void renew(Installation installation) {
    Workplace workplace = workplaces.get(installation.id());
    if (workplace == null) {
      throw new EngineException(installation.id() + " is not installed yet");
    }
    workplace.renew(installation);
    timeMoved();
  }

  /// Works no longer for an installation, and removes everything that is stored of it: for one
  /// whose contacts we have no business with any more. It can be installed again, as one that
  /// nobody knew.
  ///
  /// @throws StoreException when it could not be removed; doing it again removes the rest
  public void erase(InstallationId installation) {
    Workplace gone = workplaces.remove(installation);
    if (gone != null) {
      gone.leave();
    }
    metrics.getMeters().stream()
        .filter(meter -> installation.text().equals(meter.getId().getTag("installation")))
        .forEach(metrics::remove);
    store.erase(installation);
  }

  /// Begins to work, first on what was left over.
  public void start() {
    if (!state.compareAndSet(State.NEW, State.WORKING)) {
      throw new EngineException("an engine starts once");
    }
    workplaces.values().forEach(Workplace::start);
    clock.start();
    LOG.info("the engine works for {} installations", workplaces.size());
  }

  /// Where the webhooks come in that this inbound understands.
  public Door door(Inbound inbound) {
    return door(inbound, _ -> {});
  }

  /// The same, for a CRM that also tells about our app itself.
  ///
  /// @param app takes note of that; it is safe on disk when it returns
  public Door door(Inbound inbound, Consumer<AppNotice> app) {
    return new Door(inbound, store, time, this::arrivals, app, answering, metrics);
  }

  /// What belongs to no installation: which accounts there are, and sealed secrets.
  public <T> T ask(Store.Work<T> question) {
    return store.read(question);
  }

  /// Changes what belongs to no installation. It is safe on disk when this returns.
  ///
  /// @throws StoreException when it could not be stored
  public <T> T keep(Store.Work<T> change) {
    try {
      return store.write(change).join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException problem ? problem : failure;
    }
  }

  private Optional<Arrivals> arrivals(InstallationId installation) {
    return Optional.ofNullable(workplaces.get(installation)).map(Workplace::dispatcher);
  }

  /// What happened, for pages and the command line.
  public Records records() {
    return store.records();
  }

  /// Why nothing can be stored, and so nothing be taken in or done, in words for an operator; empty
  /// while it can, as far as is known.
  public Optional<String> whyNothingIsStored() {
    return store.setback().map(Engine::words);
  }

  private static String words(Store.Setback setback) {
    return switch (setback.kind()) {
      case DISK_FULL ->
          "The disk is full, so that nothing can be stored. Make room: work goes on by itself then.";
      case DISK_FAILS ->
          "The disk cannot be written, so that nothing can be stored. Work goes on by itself once it"
              + " can; the log says more.";
      case DAMAGED ->
          "The database is damaged, so that nothing can be stored. Stop the server, keep the file,"
              + " and restore the last backup.";
      case NEWER, IN_USE, CLOSED, OTHER ->
          "What was to be stored last could not be: " + setback.reason() + ".";
    };
  }

  /// Gives orders of people.
  ///
  /// @throws EngineException when there is no such installation
  public Operator operator(InstallationId installation) {
    return Optional.ofNullable(workplaces.get(installation))
        .map(Workplace::operator)
        .orElseThrow(() -> new EngineException("there is no installation " + installation));
  }

  /// The next moment, after now, at which there is something to do.
  public Optional<Instant> nextAlarm() {
    return next(time.now());
  }

  private Optional<Instant> next(Instant after) {
    Stream<Instant> due = workplaces.values().stream().flatMap(each -> each.next(after));
    return Stream.concat(due, turns.nextWake().filter(after::isBefore).stream())
        .min(Comparator.naturalOrder());
  }

  /// The clock shows another time than would be expected: looks for what is due now.
  public void timeMoved() {
    clock.moved();
    wakeAll();
  }

  /// Waits until everything that is due now is done: the inbox is empty, due timers have been
  /// worked on and due commands carried out, except for what has to wait for a later moment.
  public void settle() throws InterruptedException {
    timeMoved();
    activity.awaitIdle();
  }

  private void wakeAll() {
    if (state.get() != State.WORKING) {
      return;
    }
    turns.wake();
    workplaces.values().forEach(Workplace::wake);
  }

  /// Takes no more orders of people, and answers those that wait: for whoever is about to close it,
  /// and has to answer who gave them first.
  public void stopOrders() {
    workplaces.values().forEach(workplace -> workplace.operator().stop());
  }

  /// Stops: begins nothing more, lets what is under way come to its end for a while, and closes the
  /// store. What was accepted and not yet worked on is worked on after the next start.
  @Override
  public void close() {
    if (state.getAndSet(State.STOPPED) == State.STOPPED) {
      return;
    }
    clock.close();
    workplaces.values().forEach(Workplace::stop);
    turns.stop();
    if (!activity.awaitIdle(config.drain())) {
      LOG.warn("stops although something is still under way after {}", config.drain());
    }
    poster.close();
    store.close();
  }
}
