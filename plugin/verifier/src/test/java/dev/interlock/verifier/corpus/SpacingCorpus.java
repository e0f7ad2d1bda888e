package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.routedHere;
import static dev.interlock.contract.dsl.Operations.atMost;
import static dev.interlock.contract.dsl.Steps.at;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.email;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.repeat;
import static dev.interlock.contract.dsl.Steps.skip;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.before;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.minutes;
import static dev.interlock.contract.dsl.Times.seconds;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.named;
import static dev.interlock.contract.shop.Shop.oneWay;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.shop;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import java.time.Duration;
import java.util.List;

/// How far messages are apart.
final class SpacingCorpus {
  private static final Duration NONE = Duration.ZERO;

  private SpacingCorpus() {}

  private static ContractSet apart(Duration gap, Contract... contracts) {
    return new ContractSet(
        shop().limit(Channel.SMS, atMost(9).per(days(7)).apart(gap)).build(), List.of(contracts));
  }

  private static Contract routed() {
    return begun(named("b").startsWhen(routedHere(), milestone("It happened")))
        .path(say("hi"), exit("gone"))
        .exits(gone())
        .build();
  }

  static ContractSet twoAtOnce() {
    return apart(
        NONE,
        oneWay("a")
            .path(
                say("hello"),
                say("again"), // E-MSG-SPACING
                exit("done"))
            .exits(done())
            .build());
  }

  // not E-MSG-SPACING
  static ContractSet aMinuteApartByTheLimit() {
    return apart(
        minutes(1),
        oneWay("a").path(say("hello"), say("again"), exit("done")).exits(done()).build());
  }

  static ContractSet anHourApartByTheContract() {
    return apart(
        NONE,
        oneWay("a")
            .path(
                say("hello"), waitFor("hour", hours(1)).why("No hurry"), say("again"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet everyTurnAtOnce() {
    return apart(
        NONE,
        oneWay("a")
            .path(
                repeat(
                        "turns",
                        2,
                        say("hello"), // E-MSG-SPACING
                        waitFor("moment", seconds(5)).why("A breath"))
                    .why("Twice"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet anAnswerLiesBetween() {
    return apart(
        NONE,
        begun("a")
            .path(
                say("hello"),
                await("answer")
                    .when(replied())
                    .then(say("thanks"), exit("done"))
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet oneByTextAndOneByMail() {
    return apart(
        NONE,
        oneWay("a")
            .path(
                say("hello"),
                email("letter", "Hello", "<p>Hello</p>").why("To keep").onBlocked(goOn()),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet theRouteBeginsWithAText() {
    return apart(
        NONE,
        oneWay("a")
            .path(
                say("hello"), // E-MSG-SPACING
                exit("done"))
            .exits(done().routesTo("b").orElse("Desk phones"))
            .build(),
        routed());
  }

  static ContractSet theRouteBeginsWithATextADayLater() {
    return apart(
        NONE,
        oneWay("a")
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("done"))
            .exits(done().routesTo("b").orElse("Desk phones"))
            .build(),
        routed());
  }

  static ContractSet aReminderOfAMomentUnknown() {
    return apart(
        NONE,
        oneWay("a")
            .path(
                say("hello"),
                at("near", before(appointment(), hours(4)))
                    .ifPast(skip())
                    .ifGone(skip())
                    .then(say("again").expiresAfter(hours(1)))
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet expiresBeforeTheGapIsOver() {
    return apart(
        hours(4),
        oneWay("a")
            .path(
                say("hello"),
                waitFor("hour", hours(1)).why("No hurry"),
                say("again") // E-MSG-SPACING
                    .expiresAfter(hours(2)),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet expiresAfterTheGapIsOver() {
    return apart(
        hours(4),
        oneWay("a")
            .path(
                say("hello"),
                waitFor("hour", hours(1)).why("No hurry"),
                say("again").expiresAfter(hours(3)),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aMinuteApartByTheContract() {
    return apart(
        NONE,
        oneWay("a")
            .path(
                say("hello"),
                waitFor("minute", minutes(1)).why("A breath"),
                say("again"),
                exit("done"))
            .exits(done())
            .build());
  }
}
