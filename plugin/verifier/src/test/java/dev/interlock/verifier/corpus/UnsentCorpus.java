package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Conditions.all;
import static dev.interlock.contract.dsl.Conditions.businessOpen;
import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.deal;
import static dev.interlock.contract.dsl.Conditions.during;
import static dev.interlock.contract.dsl.Conditions.inside;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Conditions.occupied;
import static dev.interlock.contract.dsl.Conditions.ranBefore;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.replied;
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
import static dev.interlock.contract.dsl.Steps.split;
import static dev.interlock.contract.dsl.Times.after;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.daily;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.TALKS;
import static dev.interlock.contract.shop.Shop.aDay;
import static dev.interlock.contract.shop.Shop.answer;
import static dev.interlock.contract.shop.Shop.ask;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.oneWay;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.shop.Shop;

/// What follows on a message that did not go out: how far one has to look for it, and where it is
/// none of that message's business any more.
final class UnsentCorpus {
  private UnsentCorpus() {}

  private static Step.Act jot() {
    return note("They called").why("The desk reads it");
  }

  private static Step between(Condition condition) {
    return branch("known")
        .when(condition)
        .because("It matters")
        .then(jot())
        .otherwiseGoOn()
        .why("It differs");
  }

  private static Contract between(String id, Step.Send ask, Step step) {
    return begun(id)
        .path(ask.onBlocked(goOn()), step, answer("answer"))
        .exits(done(), gone())
        .build();
  }

  private static Contract follows(String id, Step.Send first, Step step) {
    return oneWay(id)
        .path(first.expiresAfter(hours(4)).onBlocked(goOn()), step, say("again"), exit("done"))
        .exits(done())
        .build();
  }

  static ContractSet whateverElseIsDoneBeforeItListens() {
    return set(
        between("a", ask("ask"), aDay("day")), // E-BLOCKED-UNHANDLED E-EVENT-UNHANDLED
        between("b", ask("ask"), jot()), // E-BLOCKED-UNHANDLED
        between(
            "c",
            ask("ask"), // E-BLOCKED-UNHANDLED
            split("test", share(50, jot()), share(50, note("Hi").named("greet").why("To compare")))
                .why("To see what works")),
        between(
            "d",
            ask("ask"), // E-BLOCKED-UNHANDLED
            repeat("turns", 2, jot()).why("Twice")));
  }

  static ContractSet aBranchAboutTheDealSaysNothingOfAMessage() {
    return set(
        between(
            "a", ask("ask"), between(stage(ORDERS).isBefore(Shop.CLOSED))), // E-BLOCKED-UNHANDLED
        between("b", ask("ask"), between(deal(ORDERS).exists())), // E-BLOCKED-UNHANDLED
        between("c", ask("ask"), between(deal(ORDERS).is(DealStatus.OPEN))), // E-BLOCKED-UNHANDLED
        between("d", ask("ask"), between(deal(ORDERS).isWorthAtLeast(9)))); // E-BLOCKED-UNHANDLED
  }

  static ContractSet aBranchAboutTheContactMayHaveSeenToIt() {
    return set(
        between("a", ask("ask"), between(contact().hasPhone())),
        between("b", ask("ask"), between(not(contact().optedOutOf(Channel.SMS)))),
        between("c", ask("ask"), between(contact().hasTag("done"))),
        between("d", ask("ask"), between(contact().field("Mood").is("Sad"))),
        between("e", ask("ask"), between(contact().isAssigned())),
        between("f", ask("ask"), between(appointment().isUpcoming())),
        between("g", ask("ask"), between(inside("a"))),
        between("h", ask("ask"), between(ranBefore("a"))),
        between("i", ask("ask"), between(occupied(TALKS))),
        between("j", ask("ask"), between(businessOpen())),
        between("k", ask("ask"), between(during(daily(clock(9, 0), clock(17, 0))))),
        between("l", ask("ask"), between(all(deal(ORDERS).exists(), contact().hasEmail()))));
  }

  static ContractSet anotherMessageComesFirst() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("done"))
            .path(
                ask("ask").onBlocked(goOn()), // E-ASK-UNHEARD
                say("again"),
                answer("answer"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet anAwaitForSomethingElseComesFirst() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("done"))
            .path(
                ask("ask").onBlocked(goOn()),
                await("date")
                    .when(booked())
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenGoOn()
                    .why("Some just book"),
                answer("answer"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet listensForSomethingElse() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("done"))
            .path(
                ask("ask").onBlocked(goOn()),
                await("date")
                    .when(booked())
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("Some just book"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet aGreetingIsNoQuestion() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("done"))
            .path(
                say("hello"),
                ask("ask") // E-BLOCKED-UNHANDLED E-FAILURE-UNHANDLED
                    .onFailure(retry(3), skip()),
                answer("answer"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet anotherWayAsksToo() {
    return set(
        begun("a")
            .path(
                branch("who")
                    .when(contact().isAssigned())
                    .because("Their own person asks")
                    .then(ask("mine"), answer("mine-answer"))
                    .otherwiseGoOn()
                    .why("It differs"),
                ask("ask").onUndelivered(goOn()), // E-FAILURE-UNHANDLED
                answer("answer"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet everyTurnAsks() {
    return set(
        begun("a")
            .path(
                repeat(
                        "turns",
                        2,
                        ask("ask").onBlocked(goOn()), // E-BLOCKED-UNHANDLED E-EVENT-UNHANDLED
                        await("answer")
                            .when(replied())
                            .thenExit("done")
                            .silentFor(days(1))
                            .thenGoOn()
                            .why("A day is enough"))
                    .why("Some answer the second time"),
                exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet whateverLiesBetweenTwoMessages() {
    return set(
        follows("a", say("hello"), jot()), // E-BLOCKED-UNHANDLED
        follows(
            "c",
            say("hello"), // E-BLOCKED-UNHANDLED
            split("test", share(50, jot()), share(50, note("Hi").named("greet").why("To compare")))
                .why("To see what works")),
        follows(
            "d",
            say("hello"), // E-BLOCKED-UNHANDLED
            repeat("turns", 2, jot()).why("Twice")),
        follows(
            "e",
            say("hello"),
            at("later", after(appointment(), hours(4)))
                .ifPast(skip())
                .ifGone(skip())
                .then(jot())
                .why("It is over")),
        follows("f", say("hello"), between(deal(ORDERS).exists())));
  }

  static ContractSet anAnswerLetsTheNextMessageGo() {
    return set(
        oneWay("a")
            .path(
                say("hello").expiresAfter(hours(4)).onBlocked(goOn()),
                await("answer")
                    .when(replied())
                    .then(say("thanks"), exit("done"))
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet silenceLetsTheNextMessageFollow() {
    return set(
        oneWay("a")
            .path(
                say("hello") // E-BLOCKED-UNHANDLED
                    .expiresAfter(hours(4))
                    .onBlocked(goOn()),
                await("answer")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenGoOn()
                    .why("A day is enough"),
                say("again"),
                exit("gone"))
            .exits(done(), gone())
            .build());
  }
}
