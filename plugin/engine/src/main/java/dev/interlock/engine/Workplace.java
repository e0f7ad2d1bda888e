package dev.interlock.engine;

import dev.interlock.crm.calls.Calls;
import dev.interlock.engine.announce.Announcer;
import dev.interlock.engine.decide.Beginning;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Decisions.Consequences;
import dev.interlock.engine.decide.Dossiers;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.desk.Installation;
import dev.interlock.engine.inbox.DeliveryWork;
import dev.interlock.engine.inbox.Dispatcher;
import dev.interlock.engine.intents.Executor;
import dev.interlock.engine.intents.Poster;
import dev.interlock.engine.rounds.Reconciler;
import dev.interlock.engine.stays.StayWatch;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.sweeps.Sweeper;
import dev.interlock.engine.timers.AlarmClock;
import dev.interlock.engine.timers.ClockWatch;
import dev.interlock.engine.timers.Timers;
import dev.interlock.engine.work.Activity;
import dev.interlock.engine.work.Answering;
import dev.interlock.engine.work.Time;
import dev.interlock.engine.work.Turns;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that works for one installation.
final class Workplace {
  private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);

  private final Dispatcher dispatcher;
  private final Executor executor;
  private final Timers timers;
  private final Sweeper sweeper;
  private final Reconciler reconciler;
  private final Announcer announcer;
  private final StayWatch stays;
  private final ClockWatch clockWatch;
  private final Instant shownBefore;
  private final Operator operator;
  private final Desk desk;
  private final Store store;
  private final Time time;
  private final Turns turns;

  Workplace(Desk desk, Store store, EngineConfig config, Shared shared) {
    this.desk = desk;
    this.store = store;
    this.time = shared.time();
    this.turns = shared.turns();
    this.announcer =
        new Announcer(
            desk,
            store,
            shared.activity(),
            shared.time(),
            config.pace().patience(),
            shared.clock()::set);
    this.stays = new StayWatch(desk, store, shared.activity(), time);
    var consequences =
        new Consequences() {
          @Override
          public void commanded() {
            executor().commanded();
          }

          @Override
          public Optional<Beginning> beginning(Beginning.Issued issued) {
            return executor().beginning(issued);
          }

          @Override
          public void alarmed(Instant at) {
            shared.clock().set(at);
          }

          @Override
          public void ended() {
            announcer().ended();
          }

          @Override
          public void freed() {
            stays().wake();
          }
        };
    var decisions = new Decisions(desk, store, time, consequences, shared.dossiers());
    this.dispatcher =
        new Dispatcher(
            desk,
            store,
            shared.turns(),
            shared.activity(),
            new DeliveryWork(desk, store, decisions, time),
            shared.answering(),
            config.inboxBound(),
            config.deliveriesAtOnce());
    this.executor =
        new Executor(
            desk,
            store,
            shared.turns(),
            shared.activity(),
            decisions,
            consequences,
            shared.poster(),
            time,
            shared.metrics(),
            config.pace());
    this.timers =
        new Timers(
            desk,
            store,
            shared.turns(),
            shared.activity(),
            decisions,
            shared.answering(),
            time,
            config.timersAtOnce());
    this.clockWatch =
        new ClockWatch(
            desk, store, shared.turns(), shared.activity(), decisions, time, this::resume);
    this.shownBefore = shared.shownBefore();
    this.sweeper = new Sweeper(desk, store, shared.activity(), decisions, time);
    this.reconciler =
        new Reconciler(
            desk,
            store,
            shared.activity(),
            dispatcher,
            time,
            shared.metrics(),
            config.looking(),
            config.pace());
    desk.crm().calls().listen(this::turned);
    Gauges.of(desk, shared.metrics());
    this.operator =
        new Operator(desk, store, shared.turns(), decisions, dispatcher, announcer::resume, time);
  }

  /// What all installations share.
  ///
  /// @param shownBefore what the clock of an earlier process showed last
  record Shared(
      Activity activity,
      Turns turns,
      Time time,
      AlarmClock clock,
      Poster poster,
      Dossiers dossiers,
      Answering answering,
      Instant shownBefore,
      MeterRegistry metrics) {}

  private Executor executor() {
    return executor;
  }

  private StayWatch stays() {
    return stays;
  }

  private Announcer announcer() {
    return announcer;
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  Operator operator() {
    return operator;
  }

  void start() {
    clockWatch.start(shownBefore);
    executor.start();
    dispatcher.start();
    timers.wake();
    sweeper.start();
    reconciler.start();
    announcer.wake();
    stays.start();
  }

  /// Takes nothing more on.
  void stop() {
    operator.stop();
    dispatcher.stop();
    timers.stop();
    announcer.stop();
    stays.stop();
  }

  /// Takes other contracts into service.
  void renew(Installation installation) {
    desk.refurnish(installation, store, time.now());
    sweeper.renewed();
    reconciler.renewed();
    stays.renewed();
  }

  /// Takes nothing in and begins nothing any more; what is being done comes to its end.
  void leave() {
    stop();
    turns.forget(desk.turns());
  }

  /// Said once, however many calls it is that fail or wait.
  private void turned(Calls.Turn turn) {
    ZoneId zone = desk.installation().location().zone();
    String notice = desk.crm().calls().notice(zone).orElse("");
    switch (turn) {
      case OPENED -> LOG.warn("no calls are made for {}: {}", desk.id(), notice);
      case DAY_SPENT -> LOG.warn("the day of {} is spent: {}", desk.id(), notice);
      case CLOCKS_APART ->
          LOG.warn("something is wrong with a clock for {}: {}", desk.id(), notice);
      case CLOSED -> {
        LOG.info("the CRM serves {} again", desk.id());
        resume();
      }
      case DAY_OPENED -> {
        LOG.debug("the CRM allows {} calls for everything again", desk.id());
        resume();
      }
    }
  }

  /// Whoever waits for the CRM waits no longer, whatever moment it is that they wait for.
  private void resume() {
    turns.hasten(desk.turns());
    sweeper.resume();
    reconciler.resume();
    announcer.resume();
    stays.resume();
    wake();
  }

  /// Looks for whatever is due.
  void wake() {
    dispatcher.wake();
    clockWatch.wake();
    executor.wake();
    timers.wake();
    sweeper.wake();
    reconciler.wake();
    announcer.wake();
    stays.wake();
  }

  Stream<Instant> next(Instant after) {
    return Stream.of(
            executor.next(after),
            timers.next(after),
            sweeper.next(after),
            reconciler.next(after),
            announcer.next(after),
            stays.next(after))
        .flatMap(Optional::stream);
  }
}
