package dev.interlock.app.command;

import dev.interlock.app.casebook.AccountFigures;
import dev.interlock.app.casebook.CallWords;
import dev.interlock.engine.read.DayLine;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The calls to an account's CRM, for machines. What nobody said is null.
///
/// @param leftToday as the CRM said last
/// @param allowedADay as the CRM said last
/// @param newOnesAt when a new day begins, as an ISO moment
/// @param saidAt when the CRM said it
/// @param perRun of the runs that ended lately
record CallsData(
    Optional<Long> leftToday,
    Optional<Long> allowedADay,
    Optional<String> newOnesAt,
    Optional<String> saidAt,
    Optional<Double> perRun) {

  static CallsData of(AccountFigures figures) {
    Optional<DayLine> day = figures.day();
    OptionalDouble run = figures.callsPerRun();
    return new CallsData(
        day.map(DayLine::left),
        day.filter(each -> each.most().isPresent()).map(each -> each.most().getAsLong()),
        day.flatMap(DayLine::turns).map(Instant::toString),
        day.map(each -> each.at().toString()),
        run.isPresent() ? Optional.of(run.getAsDouble()) : Optional.empty());
  }

  /// The same for people.
  String words(Instant now) {
    Optional<DayLine> day =
        leftToday.map(left ->
            new DayLine(
                allowedADay.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                left,
                newOnesAt.map(Instant::parse),
                saidAt.map(Instant::parse).orElse(now)));
    var run = perRun.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    return CallWords.today(day, now) + "; " + CallWords.perRun(run);
  }
}
