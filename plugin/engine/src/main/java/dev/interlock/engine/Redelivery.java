package dev.interlock.engine;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.engine.Operator.Answer;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.inbox.Arrivals;
import dev.interlock.engine.inbox.DeliveryWork;
import dev.interlock.engine.store.Inbox;
import dev.interlock.engine.store.Notices;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Time;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Has webhooks worked on again that were set aside.
record Redelivery(Desk desk, Store store, Arrivals arrivals, Time time) {

  CompletableFuture<Answer> again(long number, String by) {
    Optional<Inbox.Aside> aside =
        store.read((Tables tables) -> tables.inbox().aside(desk.id())).stream()
            .filter(each -> each.ticket().number() == number)
            .findFirst();
    if (aside.isEmpty()) {
      return notAside(number);
    }
    Instant now = time.now();
    return store
        .write(tables -> isTakenUp(tables, aside.get(), by, now))
        .thenCompose(taken -> {
          if (!taken) {
            return notAside(number);
          }
          arrivals.standsAgain();
          return CompletableFuture.completedFuture(new Answer.Done());
        });
  }

  private boolean isTakenUp(Tables tables, Inbox.Aside aside, String by, Instant now) {
    if (!tables.inbox().takeUp(desk.id(), aside.ticket().number())) {
      return false;
    }
    var about = new ContactId(aside.ticket().orderKey());
    tables.notices().attended(desk.id(), about, DeliveryWork.words(aside.kind()), by, now);
    var note =
        new Notices.Order(
            by,
            "had a webhook of kind " + aside.kind() + " worked on again",
            Optional.empty(),
            Optional.of(about));
    tables.notices().ordered(desk.id(), note, now);
    return true;
  }

  private static CompletableFuture<Answer> notAside(long number) {
    return CompletableFuture.failedFuture(
        new EngineException("no webhook " + number + " is set aside"));
  }
}
