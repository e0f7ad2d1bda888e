package dev.interlock.sandbox.webhooks;

import dev.interlock.sandbox.records.DeliveryRow;
import dev.interlock.sandbox.time.Schedule;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Carries webhooks to a receiver, of one world or of several.
///
/// Webhooks about one contact are sent one after the other, those about different contacts side by
/// side. While there is no receiver, nothing is sent and nothing is kept.
public final class Courier implements AutoCloseable {
  private static final int SIDE_BY_SIDE = 16;

  private final InstantSource clock;
  private final RetryPolicy retries;
  private final Postman postman;
  private final Schedule<Delivery> schedule;
  private final Semaphore lines = new Semaphore(SIDE_BY_SIDE);
  private final List<DeliveryRow> log = new ArrayList<>();
  private final Set<Delivery> underWay = Collections.newSetFromMap(new IdentityHashMap<>());
  private volatile @Nullable Function<Delivery, URI> target;

  /// Has nobody to carry anything to yet.
  ///
  /// @param whenAdded told whenever there is something new to send
  public Courier(InstantSource clock, WebhookSettings settings, Runnable whenAdded) {
    this.clock = clock;
    this.retries = settings.retries();
    this.postman = new Postman(settings.keys());
    this.schedule = new Schedule<>(whenAdded);
  }

  /// Whether there is anybody to carry to.
  boolean hasReceiver() {
    return target != null;
  }

  void put(Delivery delivery) {
    schedule.add(delivery.due(), delivery.contactId(), delivery);
  }

  /// Sends to a receiver from now on.
  public void sendTo(URI receiver) {
    target = _ -> receiver;
  }

  /// Sends each event to an address of its own from now on, below a receiver's.
  public void sendEachEventTo(URI receiver) {
    target = delivery -> URI.create(receiver + "/" + delivery.type());
  }

  /// When the next webhook is due; one that is not answered yet was due already.
  public Optional<Instant> nextAt() {
    synchronized (underWay) {
      return Stream.concat(schedule.nextAt().stream(), underWay.stream().map(Delivery::due))
          .min(Comparator.naturalOrder());
    }
  }

  /// Sends what is due, waits for the answers, and says how many were sent.
  public int deliverDue() {
    var receiver = target;
    var due = take();
    if (receiver != null) {
      sideBySide(due, receiver);
    }
    synchronized (underWay) {
      due.forEach(underWay::remove);
    }
    return receiver == null ? 0 : due.size();
  }

  private List<Delivery> take() {
    synchronized (underWay) {
      var due = schedule.takeDue(clock.instant());
      underWay.addAll(due);
      return due;
    }
  }

  private void sideBySide(List<Delivery> due, Function<Delivery, URI> receiver) {
    var lanes = new LinkedHashMap<String, List<Delivery>>();
    due.forEach(delivery ->
        lanes.computeIfAbsent(delivery.contactId(), _ -> new ArrayList<>()).add(delivery));
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      lanes.values().forEach(lane -> senders.execute(() -> deliver(lane, receiver)));
    }
  }

  private void deliver(List<Delivery> lane, Function<Delivery, URI> receiver) {
    lines.acquireUninterruptibly();
    try {
      lane.forEach(delivery -> deliver(delivery, receiver.apply(delivery)));
    } finally {
      lines.release();
    }
  }

  private void deliver(Delivery delivery, URI receiver) {
    int answer = postman.deliver(delivery, receiver);
    record(delivery, answer);
    if (answer >= 200 && answer < 300) {
      return;
    }
    retries
        .pauseAfter(delivery.attempt(), answer)
        .ifPresent(pause -> put(delivery.again(clock.instant().plus(pause))));
  }

  private void record(Delivery delivery, int answer) {
    synchronized (log) {
      log.add(
          new DeliveryRow(
              clock.instant(),
              delivery.type(),
              delivery.webhookId(),
              delivery.payload().path("locationId").asString(""),
              delivery.contactId(),
              delivery.attempt(),
              answer));
    }
  }

  /// All attempts so far.
  public List<DeliveryRow> log() {
    synchronized (log) {
      return List.copyOf(log);
    }
  }

  /// How many webhooks still wait to be sent.
  public int waiting() {
    return schedule.size();
  }

  @Override
  public void close() {
    postman.close();
  }
}
