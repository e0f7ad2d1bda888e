package dev.interlock.app.wiring;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Volume;
import dev.interlock.crm.calls.Calls;
import dev.interlock.engine.read.CallCount;
import dev.interlock.engine.read.Records;
import dev.interlock.handbook.story.OperationView.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What pages tell of the calls to the CRM: what it says is left, what a run takes, and what a busy
/// day will take by that. What nobody says or counted is left out.
///
/// @param live the contracts that take new entries
record Budget(
    Calls calls,
    Records records,
    InstallationId installation,
    Supplier<Optional<ContractSet>> live) {
  /// A day's calls are not for runs alone: readings of what webhooks never told take a tenth at
  /// most, and a twentieth is kept for exits and answers.
  private static final double MOST_OF_A_DAY = 0.8;

  List<Fact> facts() {
    List<CallCount> counts =
        records.installations().contains(installation)
            ? records.callsPerRun(installation)
            : List.of();
    var facts = new ArrayList<>(today());
    perRun(counts).ifPresent(facts::add);
    live.get().flatMap(set -> busyDay(set, counts)).ifPresent(facts::add);
    return facts;
  }

  private List<Fact> today() {
    var left = calls.leftToday();
    if (left.isEmpty()) {
      return List.of(Fact.of("Calls since the start", "%,d".formatted(calls.made())));
    }
    var most = calls.mostToday();
    return most.isPresent()
        ? List.of(
            Fact.of("Calls today", "%,d".formatted(most.getAsLong() - left.getAsLong())),
            Fact.of("Calls left today", "%,d of %,d".formatted(left.getAsLong(), most.getAsLong())))
        : List.of(Fact.of("Calls left today", "%,d".formatted(left.getAsLong())));
  }

  private static Optional<Fact> perRun(List<CallCount> counts) {
    long runs = counts.stream().mapToLong(CallCount::runs).sum();
    long made = counts.stream().mapToLong(CallCount::calls).sum();
    return runs == 0
        ? Optional.empty()
        : Optional.of(
            Fact.of("Calls per run", String.format(Locale.ROOT, "%.1f", (double) made / runs)));
  }

  /// By what the operation says enters on a busy day, and what runs of these contracts took so far.
  private Optional<Fact> busyDay(ContractSet set, List<CallCount> counts) {
    List<Long> planned =
        said(set, Volume.Entries.class)
            .flatMap(entries ->
                counts.stream()
                    .filter(counted -> counted.contract().equals(entries.contract()))
                    .map(counted -> planned(entries, counted)))
            .toList();
    if (planned.isEmpty()) {
      return Optional.empty();
    }
    long all = planned.stream().mapToLong(Long::longValue).sum();
    return Optional.of(Fact.of("Calls on a busy day", words(all, mostPerDay(set))));
  }

  private static String words(long planned, OptionalLong most) {
    if (most.isEmpty()) {
      return "%,d".formatted(planned);
    }
    boolean isTooMuch = planned > MOST_OF_A_DAY * most.getAsLong();
    return "%,d of %,d".formatted(planned, most.getAsLong()) + (isTooMuch ? ", too many" : "");
  }

  private static long planned(Volume.Entries entries, CallCount counted) {
    return Math.ceilDiv(entries.perDay() * counted.calls(), counted.runs());
  }

  private OptionalLong mostPerDay(ContractSet set) {
    return said(set, Volume.Calls.class)
        .findFirst()
        .map(said -> OptionalLong.of(said.perDay()))
        .orElseGet(calls::mostToday);
  }

  private static <T extends Volume> Stream<T> said(ContractSet set, Class<T> kind) {
    return set.operation().volumes().stream().filter(kind::isInstance).map(kind::cast);
  }
}
