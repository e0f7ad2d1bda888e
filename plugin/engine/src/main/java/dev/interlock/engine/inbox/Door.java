package dev.interlock.engine.inbox;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.AppNotice;
import dev.interlock.crm.Inbound;
import dev.interlock.crm.Reception;
import dev.interlock.engine.store.Body;
import dev.interlock.engine.store.Inbox.Delivery;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.work.Answering;
import dev.interlock.engine.work.Time;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a CRM's webhooks come in: judged, stored, answered. Nothing else happens before the
/// answer, and what is answered with 200 is never lost.
public final class Door {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  /// The one refusal after which every CRM is known to try again.
  private static final int TRY_AGAIN = 429;

  private final Inbound inbound;
  private final Store store;
  private final Time time;
  private final Function<InstallationId, Optional<Arrivals>> installed;
  private final Consumer<AppNotice> app;
  private final Answering answering;
  private final MeterRegistry metrics;

  /// A door for an inbound.
  ///
  /// @param app takes note of what is told about our app itself; it is safe on disk when it returns
  public Door(
      Inbound inbound,
      Store store,
      Time time,
      Function<InstallationId, Optional<Arrivals>> installed,
      Consumer<AppNotice> app,
      Answering answering,
      MeterRegistry metrics) {
    this.inbound = inbound;
    this.store = store;
    this.time = time;
    this.installed = installed;
    this.app = app;
    this.answering = answering;
    this.metrics = metrics;
  }

  /// Takes a delivery in that came to the address for everything.
  ///
  /// @param header looks a header up, in any case; empty text when absent
  /// @param body the raw bytes, of a size that the caller has limited
  public Answer accept(Function<String, String> header, byte[] body) {
    return accept("", header, body);
  }

  /// Takes a delivery in. It blocks until the delivery is safe on disk; call it from any thread.
  ///
  /// @param event the event that its address is for; empty at the address for everything
  /// @param header looks a header up, in any case; empty text when absent
  /// @param body the raw bytes, of a size that the caller has limited
  public Answer accept(String event, Function<String, String> header, byte[] body) {
    Answer answer =
        switch (inbound.receive(event, header, body)) {
          case Reception.Accepted accepted -> genuine(accepted, event, body);
          case Reception.AboutTheApp(_, var notice) -> noted(notice);
          case Reception.Ignored(_, var reason) -> new Answer(200, "ignored: " + reason);
          case Reception.Rejected(var status, var reason) -> new Answer(status, reason);
        };
    metrics
        .counter("interlock.deliveries", "status", Integer.toString(answer.status()))
        .increment();
    return answer;
  }

  /// Only those that are genuine are counted as waiting, so that whoever forges some keeps nobody
  /// from work.
  private Answer genuine(Reception.Accepted accepted, String event, byte[] body) {
    answering.begins();
    try {
      return accepted(accepted, event.isEmpty() ? body : inbound.named(body, event));
    } finally {
      answering.ends();
    }
  }

  private Answer noted(AppNotice notice) {
    try {
      app.accept(notice);
      return new Answer(200, "noted");
    } catch (StoreException problem) {
      return new Answer(TRY_AGAIN, String.valueOf(problem.getMessage()));
    }
  }

  private Answer accepted(Reception.Accepted accepted, byte[] body) {
    Optional<Arrivals> arrivals = installed.apply(accepted.installation());
    if (arrivals.isEmpty()) {
      return new Answer(TRY_AGAIN, "its contracts are not live yet; try again later");
    }
    if (!arrivals.get().makesRoom()) {
      return new Answer(TRY_AGAIN, "too much is waiting; try again later");
    }
    return stored(accepted, body, arrivals.get());
  }

  private Answer stored(Reception.Accepted accepted, byte[] body, Arrivals arrivals) {
    String orderKey = accepted.orderKey().isBlank() ? accepted.deliveryId() : accepted.orderKey();
    var delivery =
        new Delivery(accepted.deliveryId(), orderKey, accepted.kind(), Body.of(body), time.now());
    try {
      Optional<Long> number =
          store.write(tables -> tables.inbox().put(accepted.installation(), delivery)).join();
      number.ifPresentOrElse(_ -> arrivals.arrived(), arrivals::stayedAway);
      return new Answer(200, number.isPresent() ? "accepted" : "known already");
    } catch (CompletionException failure) {
      arrivals.stayedAway();
      return notStored(failure);
    }
  }

  private static Answer notStored(CompletionException failure) {
    if (failure.getCause() instanceof StoreException problem) {
      return new Answer(TRY_AGAIN, String.valueOf(problem.getMessage()));
    }
    LOG.error("a delivery could not be stored", failure);
    return new Answer(TRY_AGAIN, "it could not be stored");
  }
}
