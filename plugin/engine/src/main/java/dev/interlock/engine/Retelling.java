package dev.interlock.engine;

import dev.interlock.core.run.Entry;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.Operator.Answer;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.Accounts;
import dev.interlock.engine.store.Announcements.Failed;
import dev.interlock.engine.store.Notices;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Subscriptions.Subscription;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Time;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Sees to ends of runs that workflows of the CRM could not be told: they are told again, or need
/// not be told.
///
/// @param hasten has what waits to be told looked at now
record Retelling(Desk desk, Store store, Runnable hasten, Time time) {

  CompletableFuture<Answer> again(RunId run, String trigger, String by) {
    // whoever orders may know that the CRM is well again
    desk.crm().calls().tryNow(time.now());
    return settled(store.write(tables -> again(tables, run, trigger, by)), run, trigger)
        .thenApply(answer -> {
          hasten.run();
          return answer;
        });
  }

  CompletableFuture<Answer> letBe(RunId run, String trigger, String by) {
    return settled(store.write(tables -> letBe(tables, run, trigger, by)), run, trigger);
  }

  private Optional<Answer> again(Tables tables, RunId run, String trigger, String by) {
    Optional<Failed> failed = find(tables, run, trigger);
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    Optional<Subscription> waits =
        tables.subscriptions().find(desk.id(), trigger).filter(Subscription::isActive);
    if (waits.isEmpty()) {
      return Optional.of(
          new Answer.Refused("the workflow's trigger is not there any more, or cannot fire"));
    }
    boolean isGone =
        tables.accounts().find(desk.id()).stream()
            .anyMatch(account -> account.state() == Accounts.State.REMOVED);
    if (isGone) {
      return Optional.of(new Answer.Refused("the app was uninstalled"));
    }
    Instant now = time.now();
    tables.announcements().again(desk.id(), run, trigger, now);
    seenTo(
        tables,
        failed.get(),
        by,
        "had the CRM's workflow " + waits.get().workflow() + " told again",
        now);
    return Optional.of(new Answer.Done());
  }

  private Optional<Answer> letBe(Tables tables, RunId run, String trigger, String by) {
    Optional<Failed> failed = find(tables, run, trigger);
    failed.ifPresent(each -> {
      Instant now = time.now();
      tables.announcements().letBe(desk.id(), run, trigger, by + " says that it need not be told");
      seenTo(tables, each, by, "said that the CRM's trigger " + trigger + " need not be told", now);
    });
    return failed.map(_ -> new Answer.Done());
  }

  private Optional<Failed> find(Tables tables, RunId run, String trigger) {
    return tables.announcements().failed(desk.id()).stream()
        .filter(each -> each.run().equals(run) && each.trigger().equals(trigger))
        .findFirst();
  }

  private void seenTo(Tables tables, Failed failed, String by, String what, Instant now) {
    tables.notices().attended(desk.id(), failed.run(), failed.words(), by, now);
    var entry =
        new Entry(Entry.Kind.OPERATOR, failed.exit().text(), by + " " + what + " of this end.");
    tables.journal().add(desk.id(), failed.run(), List.of(entry), now);
    var note =
        new Notices.Order(
            by,
            what + " that %s ended with %s".formatted(failed.contract(), failed.exit()),
            Optional.of(failed.run()),
            Optional.of(failed.contact()));
    tables.notices().ordered(desk.id(), note, now);
  }

  private static CompletableFuture<Answer> settled(
      CompletableFuture<Optional<Answer>> written, RunId run, String trigger) {
    return written.thenCompose(answer ->
        answer
            .map(CompletableFuture::completedFuture)
            .orElseGet(() ->
                CompletableFuture.failedFuture(
                    new EngineException(
                        "no end of run %s is there that trigger %s was not told"
                            .formatted(run, trigger)))));
  }
}
