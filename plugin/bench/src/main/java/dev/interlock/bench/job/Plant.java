package dev.interlock.bench.job;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.engine.store.Contacts;
import dev.interlock.engine.store.Lanes.Claim;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/// Puts runs that wait into a store, each like one that was run: with its contact and its lane.
record Plant(Store store) {
  private static final InstallationId INSTALLATION = new InstallationId(ShopInCrm.LOCATION);
  private static final LaneName LANE = new LaneName("welcome");
  private static final int AT_ONCE = 500;
  private static final int UNDER_WAY = 4;

  /// Copies a run so many times, to wait until a moment.
  ///
  /// @param model the run, which is over
  /// @param at where the copies wait
  void copies(Run model, NodeId at, int count, String prefix, Instant until) {
    Contacts.Stored known =
        store.read((Tables tables) -> tables.contacts().find(INSTALLATION, model.contact()));
    Deque<CompletableFuture<Instant>> underWay = new ArrayDeque<>();
    for (int from = 0; from < count; from += AT_ONCE) {
      int first = from;
      int last = Math.min(count, from + AT_ONCE);
      underWay.add(
          store.write(tables -> {
            for (int number = first; number < last; number++) {
              copy(tables, model, known, at, "%s%014d".formatted(prefix, number), until);
            }
            return until;
          }));
      if (underWay.size() > UNDER_WAY) {
        underWay.removeFirst().join();
      }
    }
    underWay.forEach(CompletableFuture::join);
  }

  private static void copy(
      Tables tables, Run model, Contacts.Stored known, NodeId at, String name, Instant until) {
    Instant now = model.begunAt();
    var contact = new ContactId(name);
    var run =
        new Run(
            new RunId("r" + name),
            contact,
            model.contract(),
            model.contractHash(),
            model.key(),
            "contact-created/" + name,
            now,
            new Standing.Waiting(at, now, until),
            model.memory());
    tables.contacts().introduce(INSTALLATION, contact, known.remembered(), known.name());
    tables.runs().add(INSTALLATION, run, now);
    tables.lanes().claim(INSTALLATION, contact, new Claim(LANE, run.id(), 0), now);
  }

  /// The run of a contact, which is over.
  Run ended(String run) {
    return store
        .read((Tables tables) -> tables.runs().find(INSTALLATION, new RunId(run)))
        .map(Runs.Stored::run)
        .orElseThrow();
  }
}
