package dev.interlock.engine.inbox;

import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.Inbox.Ticket;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Activity;
import dev.interlock.engine.work.Answering;
import dev.interlock.engine.work.Pump;
import dev.interlock.engine.work.Turns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands an installation's deliveries out: one after the other where their order key is the same,
/// at the same time where it is not.
///
/// The inbox itself is the queue. In memory are only the numbers of those that were handed out, and
/// of these no more than a bound.
public final class Dispatcher implements Arrivals {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Desk desk;
  private final Store store;
  private final Turns turns;
  private final DeliveryWork work;
  private final Answering answering;
  private final Pump pump;
  private final int bound;
  private final int atOnce;

  /// How many while many webhooks have waited for their answers for long.
  private final int atOnceMeanwhile;

  /// With so many handed out there is room again: looking takes as long for one as for some.
  private final int roomAgain;

  private final int roomAgainMeanwhile;

  /// With so many waiting, some are taken up whoever waits for an answer; and with so many, all.
  private final int someWaits;

  private final int muchWaits;

  private final AtomicInteger depth = new AtomicInteger();
  private final AtomicInteger handedOut = new AtomicInteger();
  private final AtomicLong last = new AtomicLong();
  private volatile boolean started;
  private volatile boolean stopped;

  /// @param bound how many deliveries may wait before the door says no
  /// @param atOnce how many are handed out at the same time
  public Dispatcher(
      Desk desk,
      Store store,
      Turns turns,
      Activity activity,
      DeliveryWork work,
      Answering answering,
      int bound,
      int atOnce) {
    this.desk = desk;
    this.store = store;
    this.turns = turns;
    this.work = work;
    this.answering = answering;
    this.pump = new Pump("inbox " + desk.id(), activity, this::look);
    this.bound = bound;
    this.atOnce = atOnce;
    this.roomAgain = atOnce * 3 / 4;
    this.atOnceMeanwhile = Math.max(1, atOnce / 8);
    this.roomAgainMeanwhile = atOnceMeanwhile * 3 / 4;
    this.someWaits = bound - bound / 4;
    this.muchWaits = bound - bound / 10;
  }

  /// Takes up what waits since before.
  public void start() {
    depth.addAndGet(store.read((Tables tables) -> tables.inbox().depth(desk.id())));
    if (depth.get() > 0) {
      LOG.info("webhooks that waited for the start: {}", depth.get());
    }
    started = true;
    pump.wake();
  }

  @Override
  public boolean makesRoom() {
    if (stopped) {
      return false;
    }
    if (depth.incrementAndGet() > bound) {
      depth.decrementAndGet();
      return false;
    }
    return true;
  }

  @Override
  public void stayedAway() {
    depth.decrementAndGet();
  }

  @Override
  public void arrived() {
    if (!stopped) {
      pump.wake();
    }
  }

  @Override
  public void standsAgain() {
    depth.incrementAndGet();
    arrived();
  }

  /// Some may wait that nobody was woken for.
  public void wake() {
    if (started) {
      arrived();
    }
  }

  /// Hands out no more, and takes no more in.
  public void stop() {
    stopped = true;
  }

  /// How many deliveries wait.
  public int depth() {
    return depth.get();
  }

  private void look() {
    int most = most();
    while (!stopped && most > handedOut.get()) {
      int limit = most - handedOut.get();
      List<Ticket> waiting =
          store.read(tables -> tables.inbox().waiting(desk.id(), last.get(), limit));
      waiting.forEach(this::handOut);
      if (waiting.size() < limit) {
        return;
      }
      most = most();
    }
    if (!stopped && most < atOnce) {
      pump.wakeAfter(Answering.LULL);
    }
  }

  /// The more waits, the less are answers worth that lead to yet more: beyond the bound there is
  /// none but to come again.
  private int most() {
    int waiting = depth.get();
    if (waiting >= muchWaits) {
      return atOnce;
    }
    return switch (answering.share()) {
      case ALL -> atOnce;
      case SOME -> atOnceMeanwhile;
      case NOTHING -> waiting < someWaits ? 0 : atOnceMeanwhile;
    };
  }

  private void handOut(Ticket ticket) {
    last.set(ticket.number());
    handedOut.incrementAndGet();
    var inHand = new AtomicBoolean(true);
    turns.submit(desk.turn(ticket.orderKey()), () -> done(ticket, inHand));
  }

  /// One that waits for the CRM does not keep others from being looked at, who may need nothing of
  /// it.
  private Optional<Instant> done(Ticket ticket, AtomicBoolean inHand) {
    Optional<Instant> again =
        switch (work.on(ticket)) {
          case Worked.NotBefore(var moment) -> Optional.of(moment);
          case Worked.Done(int inItsPlace) -> {
            depth.addAndGet(inItsPlace - 1);
            if (inItsPlace > 0) {
              pump.wake();
            }
            yield Optional.empty();
          }
        };
    if (inHand.getAndSet(false)) {
      turns.afterwards(desk.turn(ticket.orderKey()), this::leave);
    }
    return again;
  }

  /// Only when the command is done that began with it is it out of hand: more would be begun than
  /// can be brought to an end, otherwise, and would have to stand in line.
  private void leave() {
    int left = handedOut.decrementAndGet();
    if (left == roomAgain || left == roomAgainMeanwhile) {
      pump.wake();
    }
  }
}
