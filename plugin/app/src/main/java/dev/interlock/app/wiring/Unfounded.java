package dev.interlock.app.wiring;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.core.Attributes;
import dev.interlock.core.Undeclared;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.engine.Engine;
import dev.interlock.engine.read.AttentionLine;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// What was raised because somebody did what nobody is declared to do, and is so no longer, since
/// other contracts are live: it is declared now, or nobody goes by it any more.
final class Unfounded {
  private static final String GOING_LIVE = "going live";

  private Unfounded() {}

  /// Settles what is so no longer.
  static void lift(Engine engine, InstallationId account, ContractSet set, Instant now) {
    Set<String> still = still(set);
    engine.records().attention(account).stream()
        .filter(line -> line.concern() == Concern.UNFOUNDED)
        .map(AttentionLine::words)
        .filter(words -> !still.contains(words))
        .forEach(words ->
            engine.keep(tables ->
                tables.notices().settled(account, Concern.UNFOUNDED, words, GOING_LIVE, now)));
  }

  /// What may be raised of these contracts.
  private static Set<String> still(ContractSet set) {
    Set<String> read = new HashSet<>();
    set.contracts().forEach(contract -> read.addAll(Undeclared.readBy(contract)));
    Set<String> words = new HashSet<>();
    for (Operation.Tag tag : set.operation().tags()) {
      if (tag.writers().isEmpty() && read.contains(Attributes.of(tag.name()))) {
        words.add(Undeclared.words(Attributes.of(tag.name())));
      }
    }
    for (Pipeline pipeline : set.operation().pipelines()) {
      if (read.contains(Attributes.ofStage(pipeline.name()))) {
        words.add(Undeclared.words(Attributes.ofStage(pipeline.name())));
      }
    }
    return words;
  }
}
