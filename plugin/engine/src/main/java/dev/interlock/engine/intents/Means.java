package dev.interlock.engine.intents;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Known;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.Sent;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.decide.Decisions.Consequences;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.Intents;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Time;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What it takes to carry out commands of one installation.
record Means(
    Desk desk,
    Store store,
    Decisions decisions,
    Consequences consequences,
    Texts texts,
    Poster poster,
    Patience patience,
    VainLooks vainLooks,
    Time time,
    MeterRegistry metrics) {

  Instant now() {
    return time.now();
  }

  Run run(RunId run) {
    return store
        .read((Tables tables) -> tables.runs().find(desk.id(), run))
        .map(Runs.Stored::run)
        .orElseThrow(
            () -> new IllegalStateException("a command of " + run + ", which is not stored"));
  }

  Preparation prepared(
      Run run, Command command, Known<ContactSnapshot> seen, Supplier<String> contactName) {
    return new Preparing(desk, texts, run, command, seen, contactName, now()).prepare();
  }

  String nameOf(ContactId contact) {
    return store.read((Tables tables) -> tables.contacts().find(desk.id(), contact)).name();
  }

  void change(Consumer<Intents> change) {
    store
        .write(tables -> {
          change.accept(tables.intents());
          return true;
        })
        .join();
  }

  void count(Sent sent) {
    metrics
        .counter(
            "interlock.commands",
            "result",
            sent.getClass().getSimpleName().toLowerCase(Locale.ROOT))
        .increment();
  }
}
