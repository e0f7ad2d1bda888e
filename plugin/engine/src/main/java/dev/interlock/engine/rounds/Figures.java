package dev.interlock.engine.rounds;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.Sighting.Kind;
import dev.interlock.engine.store.Rounds.Count;
import dev.interlock.engine.store.Rounds.Round;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What readings found, as metrics: from the store, so that they go on counting after a restart.
/// Metrics live as long as what they are about, which is the store.
record Figures(InstallationId installation, Store store) {

  void register(MeterRegistry metrics) {
    for (Kind kind : Kind.values()) {
      counter(metrics, kind, "webhook", Count::told);
      counter(metrics, kind, "reading", Count::found);
      Gauge.builder(
              "interlock.readings.last",
              store,
              _ -> round(kind).flatMap(Round::lookedAt).map(Figures::seconds).orElse(0.0))
          .baseUnit("seconds")
          .description("when a round was through last, since 1970")
          .tags("installation", installation.text(), "kind", word(kind))
          .register(metrics);
    }
  }

  private void counter(
      MeterRegistry metrics, Kind kind, String told, ToDoubleFunction<Count> figure) {
    FunctionCounter.builder(
            "interlock.readings",
            store,
            _ -> round(kind).map(Round::count).map(figure::applyAsDouble).orElse(0.0))
        .description("what was read in the CRM, by whether a webhook or only the reading told it")
        .tags("installation", installation.text(), "kind", word(kind), "told", told)
        .register(metrics);
  }

  private Optional<Round> round(Kind kind) {
    return store.read((Tables tables) -> tables.rounds().all(installation)).stream()
        .filter(round -> round.kind() == kind)
        .findFirst();
  }

  private static double seconds(Instant moment) {
    return moment.toEpochMilli() / 1000.0;
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
