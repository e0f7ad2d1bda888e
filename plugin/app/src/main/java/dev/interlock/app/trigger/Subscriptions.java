package dev.interlock.app.trigger;

import dev.interlock.app.action.CallGuard;
import dev.interlock.app.web.Called;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.highlevel.wire.TriggerAddresses;
import dev.interlock.engine.Engine;
import dev.interlock.engine.store.Accounts;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.Subscriptions.Heard;
import dev.interlock.engine.store.Subscriptions.Subscription;
import dev.interlock.engine.store.Tables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// The trigger *Contract ended* in HighLevel's own workflows: HighLevel tells which of them hold
/// it. Thread-safe.
///
/// What is told is stored before it is answered. A trigger that cannot fire, since its filters or
/// its address are not understood, is stored too, with the reason: whoever asks why a workflow
/// never begins finds it there.
public final class Subscriptions implements Called {
  private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
  private static final int FINE = 200;
  private static final int NOT_UNDERSTOOD = 400;
  private static final int NOT_LET_IN = 401;
  private static final int NOT_THERE = 404;
  private static final int LATE = 409;
  private static final int DEAF = 422;
  private static final int NOT_NOW = 503;

  private final CallGuard guard;
  private final Supplier<Optional<String>> whyShut;
  private final TriggerAddresses addresses;
  private final Engine engine;
  private final InstantSource clock;

  /// Takes what this guard lets in.
  ///
  /// @param whyShut why nothing can be taken in at the moment; empty when it can
  /// @param addresses where triggers may listen
  /// @param engine keeps them
  public Subscriptions(
      CallGuard guard,
      Supplier<Optional<String>> whyShut,
      TriggerAddresses addresses,
      Engine engine,
      InstantSource clock) {
    this.guard = guard;
    this.whyShut = whyShut;
    this.addresses = addresses;
    this.engine = engine;
    this.clock = clock;
  }

  @Override
  public Reply answer(Call call) {
    if (!guard.letsIn(call)) {
      return reply(NOT_LET_IN, "failed", CallGuard.NOT_LET_IN);
    }
    Optional<String> shut = whyShut.get();
    if (shut.isPresent()) {
      return reply(NOT_NOW, "failed", shut.get());
    }
    return SubscriptionCall.read(call.body().bytes())
        .map(this::take)
        .orElseGet(() ->
            reply(
                NOT_UNDERSTOOD,
                "failed",
                "it takes triggerData.id, triggerData.eventType of CREATED, UPDATED or DELETED,"
                    + " and extras.locationId"));
  }

  private Reply take(SubscriptionCall call) {
    try {
      return isKnown(call)
          ? stored(call)
          : reply(NOT_THERE, "failed", "the app is not installed in " + call.account());
    } catch (StoreException problem) {
      LOG.error("a trigger of {} could not be stored", call.account(), problem);
      return reply(NOT_NOW, "failed", "it could not be stored");
    }
  }

  /// What is deleted along with the app itself is still taken.
  private boolean isKnown(SubscriptionCall call) {
    return engine
        .ask((Tables tables) -> tables.accounts().find(call.account()))
        .filter(
            account -> account.state() != Accounts.State.REMOVED || call.heard() == Heard.DELETED)
        .isPresent();
  }

  private Reply stored(SubscriptionCall call) {
    Instant now = clock.instant();
    Subscription told = subscription(call, now);
    Order.Of order =
        engine.keep(tables -> {
          var all = tables.subscriptions();
          Order.Of of = Order.of(all.find(told.account(), told.id()), told.heard(), now);
          if (of == Order.Of.NEWER) {
            all.put(told);
          }
          return of;
        });
    return switch (order) {
      case OLDER -> reply(FINE, "known", "a later change of this trigger is known already");
      case LATE ->
          reply(
              LATE,
              "late",
              "this trigger was deleted within the last minute; tell of it again if it is new");
      case NEWER -> taken(told);
    };
  }

  private Subscription subscription(SubscriptionCall call, Instant now) {
    Optional<String> whyNot = addresses.whyNot(call.target());
    String fault =
        Stream.concat(whyNot.stream(), Stream.of(call.chosen().fault()))
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining("; "));
    return new Subscription(
        call.account(),
        call.id(),
        call.workflow(),
        call.chosen().contracts(),
        call.chosen().exits(),
        // what is never posted to is not kept either
        whyNot.isPresent() ? "" : call.target(),
        fault,
        call.heard(),
        now);
  }

  private static Reply taken(Subscription told) {
    if (told.heard() == Heard.DELETED) {
      return reply(FINE, "removed", "");
    }
    if (told.fault().isEmpty()) {
      return reply(FINE, "kept", "");
    }
    LOG.warn(
        "the trigger in the workflow {} of {} never fires: {}",
        told.workflow(),
        told.account(),
        told.fault());
    return reply(DEAF, "deaf", told.fault());
  }

  private static Reply reply(int status, String outcome, String reason) {
    return new Reply(
        status,
        JsonMapper.shared()
            .createObjectNode()
            .put("outcome", outcome)
            .put("reason", reason)
            .toString());
  }
}
