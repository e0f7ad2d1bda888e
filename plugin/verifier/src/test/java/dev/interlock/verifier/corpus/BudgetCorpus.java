package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.noShow;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.routedHere;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Operations.atMost;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.repeat;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.minutes;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Shop.TALKS;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.filtered;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.jotting;
import static dev.interlock.contract.shop.Shop.named;
import static dev.interlock.contract.shop.Shop.oneWay;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.shop;

import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Trigger.OwnWrites;
import java.time.Duration;
import java.util.List;

/// How many messages one event brings about, where four texts in a week are allowed.
final class BudgetCorpus {
  private BudgetCorpus() {}

  private static ContractSet set(Contract... contracts) {
    return new ContractSet(
        shop().limit(Channel.SMS, atMost(4).per(days(7)).apart(minutes(1))).build(),
        List.of(contracts));
  }

  private static Step texts(int times, Duration apart) {
    return repeat("turns", times, say("hello"), waitFor("pause", apart).why("No hurry"))
        .why("Some people need several");
  }

  private static NeedsPath answeredBy(NeedsPath begun) {
    return begun.ignores(replied(), "The desk reads the answers.");
  }

  private static NeedsPath starting(String id, EventPattern event) {
    return answeredBy(begun(named(id).startsWhen(event, milestone("It happened"))));
  }

  private static NeedsPath inTurnOn(String id, EventPattern event) {
    return answeredBy(
        filtered(named(id).startsWhen(event, milestone("It happened")))
            .lane(TALKS, whenOccupied(inTurn(days(1))).orElse("Desk phones"))
            .reentry(never())
            .ignores(optedOut(), "Texts stop by themselves."));
  }

  static ContractSet fiveInFiveDays() {
    return set(
        answeredBy(
                begun(
                    named("a")
                        .startsWhen( // E-MSG-BUDGET
                            callMissed(), milestone("A call"))))
            .path(texts(5, days(1)), exit("done"))
            .exits(done())
            .build());
  }

  // not E-MSG-BUDGET
  static ContractSet fiveInTenDays() {
    return set(oneWay("a").path(texts(5, days(2)), exit("done")).exits(done()).build());
  }

  static ContractSet fourAtOnce() {
    return set(oneWay("a").path(texts(4, hours(1)), exit("done")).exits(done()).build());
  }

  static ContractSet threeAndThreeByARoute() {
    return set(
        answeredBy(
                begun(
                    named("a")
                        .startsWhen( // E-MSG-BUDGET
                            callMissed(), milestone("A call"))))
            .path(texts(3, days(1)), exit("done"))
            .exits(done().routesTo("b").orElse("Desk phones"))
            .build(),
        starting("b", routedHere()).path(texts(3, days(1)), exit("gone")).exits(gone()).build());
  }

  static ContractSet threeAndAWeekLaterThree() {
    return set(
        oneWay("a")
            .path(texts(3, hours(1)), waitFor("week", days(7)).why("No hurry"), exit("done"))
            .exits(done().routesTo("b").orElse("Desk phones"))
            .build(),
        starting("b", routedHere()).path(texts(3, days(1)), exit("gone")).exits(gone()).build());
  }

  static ContractSet threeAndThreeByATag() {
    return set(
        answeredBy(
                begun(
                    named("a")
                        .startsWhen( // E-MSG-BUDGET
                            callMissed(), milestone("A call"))))
            .path(addTag("gone").why("It is so"), texts(3, days(1)), exit("done"))
            .exits(done())
            .build(),
        answeredBy(
                begun(named("b").startsWhen(tagAdded("gone"), milestone("Tag"), OwnWrites.HEARD)))
            .path(texts(3, days(1)), exit("gone"))
            .exits(gone())
            .build());
  }

  static ContractSet aTagThatOnlyOthersMayAdd() {
    return set(
        oneWay("a")
            .path(addTag("gone").why("It is so"), texts(3, days(1)), exit("done"))
            .exits(done())
            .build(),
        starting("b", tagAdded("gone"))
            .path(texts(3, days(1)), exit("gone"))
            .exits(gone())
            .build());
  }

  static ContractSet twoBeginTogether() {
    return set(
        answeredBy(
                filtered(
                        named("a")
                            .startsWhen( // E-MSG-BUDGET
                                callMissed(), milestone("A call")))
                    .lane(TALKS, whenOccupied(inTurn(days(1))).orElse("Desk phones"))
                    .reentry(never())
                    .ignores(optedOut(), "Texts stop by themselves."))
            .path(texts(3, days(1)), exit("done"))
            .exits(done())
            .build(),
        inTurnOn("b", callMissed()).path(texts(3, days(1)), exit("gone")).exits(gone()).build());
  }

  static ContractSet twoThatTurnEachOtherAway() {
    return set(
        oneWay("a").path(texts(3, days(1)), exit("done")).exits(done()).build(),
        oneWay("b").path(texts(3, days(1)), exit("gone")).exits(gone()).build());
  }

  static ContractSet whoAnswersGetsMore() {
    return set(
        begun("a")
            .throughout(
                whenever(replied()).then(say("thanks"), say("soon"), exit("done")),
                whenever(noShow()).then(say("sorry"), exit("gone")))
            .path(texts(3, hours(1)), exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet whatARouteLeadsToIsToldThere() {
    return set(
        answeredBy(
                begun(
                    named("b")
                        .startsWhen( // E-MSG-BUDGET
                            either(routedHere(), callMissed()), milestone("A call"))))
            .path(texts(5, days(1)), exit("done"))
            .exits(done())
            .build(),
        answeredBy(
                filtered(named("a").startsWhen(tagAdded("done"), milestone("A tag")))
                    .outsideLanes("Only the desk sees it")
                    .reentry(never()))
            .path(note("So it is").why("To know"), exit("gone"))
            .exits(gone().routesTo("b").orElse("Desk phones"))
            .build());
  }

  static ContractSet theOneThatItLeadsToStandsBeforeIt() {
    return set(
        starting("b", either(routedHere(), tagAdded("done")))
            .path(texts(3, days(1)), exit("gone"))
            .exits(gone())
            .build(),
        answeredBy(
                begun(
                    named("z")
                        .startsWhen( // E-MSG-BUDGET
                            callMissed(), milestone("A call"))))
            .path(texts(3, days(1)), exit("done"))
            .exits(done().routesTo("b").orElse("Desk phones"))
            .build());
  }

  static ContractSet aSilentOneBeginsBeforeIt() {
    return set(
        jotting("quiet", callMissed()),
        answeredBy(
                begun(
                    named("z")
                        .startsWhen( // E-MSG-BUDGET
                            callMissed(), milestone("A call"))))
            .path(texts(5, days(1)), exit("done"))
            .exits(done())
            .build());
  }
}
