package dev.interlock.engine.stays;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.StageRef;
import dev.interlock.engine.store.Stays;
import dev.interlock.engine.store.Stays.Stay;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Brings what is stored of stays in line with other limits, and with a clock that was set back, a
/// little at a time, so that those who write for others wait for it no longer than for one another.
/// Done again, it finds what is left.
record Revision(Store store, InstallationId installation, BooleanSupplier stopped) {
  private static final int AT_ONCE = 200;

  private interface Change {
    void of(Stays stays, Stay stay);
  }

  void revise(Limits limits, Instant now) {
    for (StageRef stage : store.read((Tables tables) -> tables.stays().stages(installation))) {
      Optional<Duration> limit = limits.of(stage);
      if (limit.isPresent()) {
        limited(stage, limit.get(), now);
      } else {
        each(
            stays -> stays.in(installation, stage, AT_ONCE),
            (stays, stay) -> stays.ends(installation, stay, now));
      }
    }
    each(
        stays -> stays.tooEarly(installation, now, AT_ONCE),
        (stays, stay) -> stays.limited(installation, stay, stay.limit(), now));
  }

  private void limited(StageRef stage, Duration limit, Instant now) {
    each(
        stays -> stays.otherwise(installation, stage, limit, AT_ONCE),
        (stays, stay) -> stays.limited(installation, stay, limit, now));
    // nobody knows when it came where it stands; it was no later than now
    each(
        stays -> stays.after(installation, stage, limit, Stay.latest(now), AT_ONCE),
        (stays, stay) -> {
          if (stays.ends(installation, stay, now)) {
            stays.begins(
                installation, Stay.begun(stay.contact(), stay.deal(), stage, now, limit), now);
          }
        });
  }

  /// What was changed is not found again.
  private void each(Function<Stays, List<Stay>> which, Change change) {
    List<Stay> some = some(which);
    while (!some.isEmpty() && !stopped.getAsBoolean()) {
      List<Stay> these = some;
      store
          .write(tables -> {
            these.forEach(stay -> change.of(tables.stays(), stay));
            return true;
          })
          .join();
      some = some(which);
    }
  }

  private List<Stay> some(Function<Stays, List<Stay>> which) {
    return store.read((Tables tables) -> which.apply(tables.stays()));
  }
}
