package dev.interlock.app.gate;

import dev.interlock.app.check.Checking;
import dev.interlock.app.plugin.Fault;
import dev.interlock.app.plugin.Inventory;
import dev.interlock.app.plugin.Loading;
import dev.interlock.app.plugin.Places;
import dev.interlock.verifier.finding.Review;
import java.time.LocalDate;

/// Judges whether contracts may go live beside what runs already.
public final class Judge {
  private Judge() {}

  /// Reads and verifies all of them together.
  public static Judgement judge(
      Places places, Running running, LocalDate today, Checking checking) {
    return judge(places, running, today, checking, false);
  }

  /// The same, at a start that must not take long: what was live before was verified whole when it
  /// went live, and is taken as it is until the next look.
  static Judgement judgeSoon(Places places, Running running, LocalDate today, Checking checking) {
    return judge(places, running, today, checking, true);
  }

  private static Judgement judge(
      Places places, Running running, LocalDate today, Checking checking, boolean soon) {
    var inventory = Inventory.of(places);
    return switch (inventory.together()) {
      case Loading.Faulty faulty ->
          new Judgement.Refused(
              Review.unread(faulty.faults().stream().map(Fault::remark).toList()),
              inventory,
              faulty.isUnreadable());
      case Loading.Loaded(var set, var index, var scenarios) -> {
        var known = soon && running.live().filter(set::equals).isPresent();
        var report =
            known ? Checking.later(set) : checking.check(set, running.beside(), scenarios, today);
        var review = Review.of(report, index);
        yield report.isSound()
            ? new Judgement.Sound(set, report, review, inventory)
            : new Judgement.Refused(review, inventory, false);
      }
    };
  }
}
