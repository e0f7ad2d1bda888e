package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.noShow;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Operations.atMost;
import static dev.interlock.contract.dsl.Steps.at;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.repeat;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.share;
import static dev.interlock.contract.dsl.Steps.skip;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.split;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.after;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.before;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.daily;
import static dev.interlock.contract.dsl.Times.date;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.minutes;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.shop.Shop.TALKS;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.filtered;
import static dev.interlock.contract.shop.Shop.named;
import static dev.interlock.contract.shop.Shop.oneWay;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.shop;

import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Moment;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Step;
import java.time.LocalDate;
import java.util.List;

/// When messages go out, where four texts in two days are allowed, and none from 20 to 8 o'clock.
final class TimingCorpus {
  private TimingCorpus() {}

  private static ContractSet set(Contract... contracts) {
    return new ContractSet(
        shop()
            .field("Renewal", FieldKind.DATE)
            .limit(Channel.SMS, atMost(4).per(days(2)).apart(minutes(1)))
            .quiet(daily(clock(20, 0), clock(8, 0)))
            .holidays(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26))
            .build(),
        List.of(contracts));
  }

  private static NeedsPath on(EventPattern event) {
    return on("a", event);
  }

  private static NeedsPath on(String id, EventPattern event) {
    return filtered(named(id).startsWhen(event, milestone("A date")))
        .lane(TALKS, whenOccupied(REFUSE).orElse("Desk phones"))
        .reentry(never())
        .keyedBy(RunKey.APPOINTMENT)
        .ignores(optedOut(), "Their texts stop by themselves.")
        .ignores(replied(), "The desk reads the answers.")
        .ignores(booked(), "Every date has a run of its own.");
  }

  private static Contract reminding(Moment moment, Step.Send reminder) {
    return on(booked())
        .path(
            at("near", moment)
                .ifPast(skip())
                .ifGone(thenExit("done"))
                .then(reminder)
                .why("It is near"),
            exit("done"))
        .exits(done())
        .build();
  }

  static ContractSet aReminderThatNeverExpires() {
    return set(
        on(booked())
            .path(
                at("near", before(appointment(), hours(2)))
                    .ifPast(skip())
                    .ifGone(thenExit("done"))
                    .then(say("remind")) // E-DEFERRED-TOO-LATE
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aReminderThatExpiresTooLate() {
    return set(
        on(booked())
            .path(
                at("near", before(appointment(), hours(2)))
                    .ifPast(skip())
                    .ifGone(thenExit("done"))
                    .then(
                        say("remind") // E-DEFERRED-TOO-LATE
                            .expiresAfter(hours(3))
                            .onBlocked(skip()))
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aReminderThatIsTriedUntilItExpires() {
    return set(
        reminding(
            before(appointment(), hours(2)),
            say("remind")
                .onFailure(retry(20), thenExit("failed"))
                .expiresAfter(hours(1))
                .onBlocked(skip())));
  }

  // not E-DEFERRED-TOO-LATE
  static ContractSet aReminderThatExpiresInTime() {
    return set(
        reminding(
            before(appointment(), hours(2)),
            say("remind").expiresAfter(minutes(90)).onBlocked(skip())));
  }

  static ContractSet aReminderAfterAnotherWait() {
    return set(
        on(booked())
            .path(
                at("near", before(appointment(), hours(24)))
                    .ifPast(skip())
                    .ifGone(thenExit("done"))
                    .then(
                        waitFor("day", hours(22)).why("They sleep"),
                        say("remind") // E-DEFERRED-TOO-LATE
                            .expiresAfter(hours(3))
                            .onBlocked(skip()))
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }

  // two days by the limit, 60 hours over Christmas, half an hour of tries
  static ContractSet aReminderLongBefore() {
    return set(reminding(before(appointment(), days(5)), say("remind")));
  }

  static ContractSet aReminderThatChristmasHoldsBack() {
    return set(
        on(booked())
            .path(
                at("near", before(appointment(), days(4)))
                    .ifPast(skip())
                    .ifGone(thenExit("done"))
                    .then(say("remind")) // E-DEFERRED-TOO-LATE
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aWordAfterTheAppointment() {
    return set(reminding(after(appointment(), hours(2)), say("thanks")));
  }

  static ContractSet aDayInAField() {
    return set(
        oneWay("a")
            .path(
                at("renewal", before(date("Renewal", clock(9, 0)), days(1)))
                    .ifPast(skip())
                    .ifGone(thenExit("done"))
                    .then(say("remind")) // E-DEFERRED-TOO-LATE
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet namesADateThatMayBeNear() {
    return set(
        on(booked())
            .path(
                sms("sure", "See you on {{appointment.day}}.") // E-DEFERRED-TOO-LATE
                    .why("So that they remember")
                    .evenInQuietHours("They have just booked"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet namesADateAndExpires() {
    return set(
        on(booked())
            .path(
                sms("sure", "See you on {{appointment.day}}.")
                    .why("So that they remember")
                    .expiresAfter(hours(1)),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet namesADateThatIsOver() {
    return set(
        on(noShow())
            .path(
                sms("sorry", "We missed you on {{appointment.day}}.").why("They may come back"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet remindsAlthoughItIsPast() {
    return set(
        on(booked())
            .path(
                at("near", before(appointment(), hours(2))) // E-WAIT-PAST
                    .ifPast(goOn())
                    .ifGone(thenExit("done"))
                    .then(note("Due").why("To see it"), soon())
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet remindsAlthoughItIsGone() {
    return set(
        on(booked())
            .path(
                at("near", before(appointment(), hours(2))) // E-WAIT-PAST
                    .ifPast(skip())
                    .ifGone(goOn())
                    .then(soon())
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet thanksForWhatWasCancelled() {
    return set(
        on(booked())
            .path(
                at("later", after(appointment(), hours(2))) // E-WAIT-PAST
                    .ifPast(goOn())
                    .ifGone(goOn())
                    .then(say("thanks"))
                    .why("They were here"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet thanksHoweverLate() {
    return set(
        on(booked())
            .path(
                at("later", after(appointment(), hours(2)))
                    .ifPast(goOn())
                    .ifGone(skip())
                    .then(say("thanks"))
                    .why("They were here"),
                exit("done"))
            .exits(done())
            .build());
  }

  // not E-WAIT-PAST
  static ContractSet tellsTheDeskAlthoughItIsPast() {
    return set(
        on(booked())
            .path(
                at("near", before(appointment(), hours(2)))
                    .ifPast(goOn())
                    .ifGone(skip())
                    .then(note("They come soon").why("So that the desk knows"))
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet asksWhetherItIsStillAhead() {
    return set(
        on(booked())
            .path(
                at("near", before(appointment(), hours(2)))
                    .ifPast(goOn())
                    .ifGone(skip())
                    .then(
                        branch("ahead")
                            .when(appointment().isUpcoming())
                            .because("Then it is worth saying")
                            .then(soon())
                            .otherwiseGoOn()
                            .why("It may be over"))
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }

  private static Step.Send soon() {
    return say("remind").expiresAfter(hours(1)).onBlocked(skip());
  }

  static ContractSet aReminderThatExpiresAMinuteBefore() {
    return set(
        reminding(
            before(appointment(), hours(2)),
            say("remind").expiresAfter(minutes(119)).onBlocked(skip())));
  }

  static ContractSet textsInsideOtherStepsSpeakOfTheMoment() {
    return set(
        on(booked())
            .path(
                at("late", before(appointment(), hours(2))) // E-WAIT-PAST
                    .ifPast(goOn())
                    .ifGone(skip())
                    .then(
                        waitFor("moment", minutes(1)).why("A breath"),
                        repeat("turns", 2, soon(), waitFor("hour", hours(1)).why("No hurry"))
                            .why("Twice"))
                    .why("It is near"),
                at("off", before(date("Renewal", clock(9, 0)), hours(2))) // E-WAIT-PAST
                    .ifPast(skip())
                    .ifGone(goOn())
                    .then(
                        repeat(
                                "more-turns",
                                2,
                                sms("renew", "It ends.") // E-DEFERRED-TOO-LATE
                                    .why("They should know"))
                            .why("Twice"))
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet whatComesFirstMayHaveSeenToIt() {
    return set(
        on(booked())
            .path(
                at("near", before(appointment(), hours(2)))
                    .ifPast(goOn())
                    .ifGone(goOn())
                    .then(
                        await("answer")
                            .when(replied())
                            .thenExit("done")
                            .silentFor(minutes(5))
                            .thenGoOn()
                            .why("They may write"),
                        soon())
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build(),
        on("b", booked())
            .path(
                at("near", before(appointment(), hours(2)))
                    .ifPast(goOn())
                    .ifGone(goOn())
                    .then(
                        split("test", share(50, soon()), share(50, note("Due").why("To compare")))
                            .why("To see what works"))
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build(),
        on("c", booked())
            .path(
                at("near", before(appointment(), hours(4)))
                    .ifPast(goOn())
                    .ifGone(goOn())
                    .then(
                        at("nearer", before(appointment(), hours(2)))
                            .ifPast(skip())
                            .ifGone(skip())
                            .then(soon())
                            .why("It is nearer"))
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet theDeskIsToldAtTheEndOfAWait() {
    return set(
        on(booked())
            .path(
                at("near", before(appointment(), hours(2)))
                    .ifPast(goOn())
                    .ifGone(goOn())
                    .then(waitFor("moment", minutes(1)).why("A breath"), exit("done"))
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }
}
