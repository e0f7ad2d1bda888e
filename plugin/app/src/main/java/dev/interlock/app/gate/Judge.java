package dev.interlock.app.gate;

import dev.interlock.app.check.Checking;
import dev.interlock.app.plugin.Fault;
import dev.interlock.app.plugin.Inventory;
import dev.interlock.app.plugin.Loading;
import dev.interlock.app.plugin.Places;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.verifier.finding.Review;
import java.time.LocalDate;
import java.util.Optional;

/// Judges whether contracts may go live beside what runs already.
public final class Judge {
  private Judge() {}

  /// Reads and verifies all of them together.
  public static Judgement judge(
      Places places, Running running, LocalDate today, Checking checking) {
    var inventory = Inventory.of(places);
    return switch (inventory.together()) {
      case Loading.Faulty faulty ->
          new Judgement.Refused(
              Review.unread(faulty.faults().stream().map(Fault::remark).toList()),
              inventory,
              faulty.isUnreadable());
      case Loading.Loaded(var set, var index, var scenarios) -> {
        var report = checking.check(set, running.beside(), scenarios, today);
        var review = Review.of(report, index);
        yield report.isSound()
            ? new Judgement.Sound(set, report, review, inventory)
            : new Judgement.Refused(review, inventory, false);
      }
    };
  }

  /// The same, at a start that must not take long: what was live before was verified whole when it
  /// went live, and is taken as it is until the next look, scenarios and all.
  static Judgement judgeSoon(Places places, Running running, LocalDate today, Checking checking) {
    return running
        .live()
        .flatMap(live -> asItWas(places, live))
        .orElseGet(() -> judge(places, running, today, checking));
  }

  private static Optional<Judgement> asItWas(Places places, ContractSet live) {
    var inventory = Inventory.ofContractsAlone(places);
    if (inventory.together() instanceof Loading.Loaded(var set, var index, _) && set.equals(live)) {
      var report = Checking.later(set);
      return Optional.of(new Judgement.Sound(set, report, Review.of(report, index), inventory));
    }
    return Optional.empty();
  }
}
