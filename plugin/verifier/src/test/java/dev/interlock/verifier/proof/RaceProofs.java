package dev.interlock.verifier.proof;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.inside;
import static dev.interlock.contract.dsl.Conditions.ranWithin;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.dealLost;
import static dev.interlock.contract.dsl.Events.dealWon;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.routedHere;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.DISPLACED;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.repeat;
import static dev.interlock.contract.dsl.Steps.share;
import static dev.interlock.contract.dsl.Steps.split;
import static dev.interlock.contract.dsl.Steps.then;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.DISPLACE;
import static dev.interlock.contract.dsl.Workflows.OWN_WRITES_COUNT;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterDays;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.priority;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.model.Channel.SMS;
import static dev.interlock.contract.model.EventPattern.HandAct.MOVED_STAGE;
import static dev.interlock.contract.shop.Trade.BOOKED;
import static dev.interlock.contract.shop.Trade.CARE;
import static dev.interlock.contract.shop.Trade.ENGAGED;
import static dev.interlock.contract.shop.Trade.SALES;
import static dev.interlock.contract.shop.Trade.TALKS;
import static dev.interlock.contract.shop.Trade.WON;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.gone;
import static dev.interlock.contract.shop.Trade.inside;
import static dev.interlock.contract.shop.Trade.laned;
import static dev.interlock.contract.shop.Trade.named;
import static dev.interlock.contract.shop.Trade.other;
import static dev.interlock.contract.shop.Trade.reachable;
import static dev.interlock.contract.shop.Trade.say;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.takenOut;
import static dev.interlock.contract.shop.Trade.triggered;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;

/// Lanes, turns, lots and races: how runs come to where the flaw is.
final class RaceProofs {
  private RaceProofs() {}

  private static Exit madeWay() {
    return exit("made-way", DISPLACED)
        .means("Something more urgent came.")
        .leaves(field("Ending", "Other"));
  }

  // Lanes.

  static ContractSet whoIsDisplacedHasAMark() {
    return set(
        begun("a")
            .path(
                addTag("waiting").why("The desk looks for it"),
                waitFor("a-day", days(1)).why("They may answer"),
                exit("done"))
            .exits(
                done().leaves(noTag("waiting")),
                takenOut("waiting"),
                exit("made-way", DISPLACED) // E-EXIT-UNKEPT
                    .means("Something more urgent came.")
                    .leaves(field("Ending", "Other")))
            .build(),
        reachable(named("b").startsWhen(formSubmitted("Call me"), milestone("They want a call")))
            .lane(TALKS, whenOccupied(DISPLACE).orElse("Desk phones"), priority(5))
            .reentry(never())
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet whoIsDisplacedLeavesNoMark() {
    return set(
        begun("a")
            .path(
                addTag("waiting").why("The desk looks for it"),
                waitFor("a-day", days(1)).why("They may answer"),
                exit("done"))
            .exits(
                done().leaves(noTag("waiting")),
                takenOut("waiting"),
                madeWay().leaves(noTag("waiting")))
            .build(),
        reachable(named("b").startsWhen(formSubmitted("Call me"), milestone("They want a call")))
            .lane(TALKS, whenOccupied(DISPLACE).orElse("Desk phones"), priority(5))
            .reentry(never())
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet whoWaitsInTurnFindsTheDealFurtherOn() {
    return set(
        laned(triggered("a").admitsEveryone("All of them are ours"))
            .reentry(never())
            .path(waitFor("a-day", days(1)).why("They may answer"), exit("done"))
            .exits(done())
            .build(),
        named("b")
            .startsWhen(formSubmitted("Call me"), milestone("They want a call"))
            .admitsEveryone("All of them are ours")
            .lane(TALKS, whenOccupied(inTurn(days(2))).orElse("Desk phones"))
            .reentry(never())
            .path(
                moveTo(SALES, ENGAGED).why("We talk"), // E-STAGE-BACKWARD
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet whoWaitsInTurnIsAskedAgain() {
    return set(
        laned(triggered("a").admitsEveryone("All of them are ours"))
            .reentry(never())
            .path(waitFor("a-day", days(1)).why("They may answer"), exit("done"))
            .exits(done())
            .build(),
        named("b")
            .startsWhen(formSubmitted("Call me"), milestone("They want a call"))
            .admits(require(stage(SALES).isAtOrBefore(ENGAGED), "no date yet"))
            .lane(TALKS, whenOccupied(inTurn(days(2))).orElse("Desk phones"))
            .reentry(never())
            .path(moveTo(SALES, ENGAGED).why("We talk"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aRouteIntoALaneThatIsTaken() {
    return set(
        inside(triggered("a"))
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(
                done() // E-ROUTE-REFUSED
                    .routesTo("b"))
            .build(),
        laned(
                named("b")
                    .startsWhen(routedHere(), milestone("We are done"))
                    .admitsEveryone("All of them are ours"))
            .reentry(afterExit())
            .path(note("Care").why("The desk reads it"), exit("done"))
            .exits(done())
            .build(),
        laned(
                named("c")
                    .startsWhen(formSubmitted("Call me"), milestone("They want a call"))
                    .admitsEveryone("All of them are ours"))
            .reentry(afterExit())
            .path(waitFor("a-day", days(1)).why("They may answer"), exit("done"))
            .exits(done())
            .build());
  }

  // Re-entry.

  static ContractSet theSecondTimeTheMarkIsThere() {
    return set(
        triggered("a")
            .admitsEveryone("All of them are ours")
            .outsideLanes("Only the desk sees it")
            .reentry(afterDays(7))
            .path(
                branch("again")
                    .when(contact().hasTag("asked"))
                    .because("They called before")
                    .thenExit("other")
                    .otherwiseGoOn()
                    .why("Once is enough"),
                addTag("asked").why("We remember it"),
                exit("done"))
            .exits(done(), other())
            .build());
  }

  static ContractSet thereIsNoSecondTime() {
    return set(
        triggered("a")
            .admitsEveryone("All of them are ours")
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(
                branch("again")
                    .when(contact().hasTag("asked")) // E-ARM-IMPOSSIBLE
                    .because("They called before")
                    .thenExit("other")
                    .otherwiseGoOn()
                    .why("Once is enough"),
                addTag("asked").why("We remember it"),
                exit("done"))
            .exits(done(), other())
            .build());
  }

  static ContractSet whoRanLatelyIsRefused() {
    return set(
        triggered("a")
            .admits(refuse(ranWithin("a", days(30)), "once a month"))
            .outsideLanes("Only the desk sees it")
            .reentry(afterExit())
            .path(
                branch("again")
                    .when(ranWithin("a", days(30))) // E-ARM-IMPOSSIBLE
                    .because("They called before")
                    .then(
                        note("Again").why("The desk reads it"), // E-STEP-DEAD
                        exit("other"))
                    .otherwise(exit("done"))
                    .why("Once is enough"))
            .exits(done(), other())
            .build());
  }

  // Races.

  static ContractSet theAnswerAndTheDayMeet() {
    return set(
        laned(triggered("a").admits(require(stage(SALES).isAtOrBefore(ENGAGED), "no date yet")))
            .reentry(never())
            .throughout(
                whenever(foreignHand(MOVED_STAGE))
                    .given(stage(SALES).isAtOrAfter(WON))
                    .because("They bought")
                    .thenExit("other"))
            .path(
                await("answer")
                    .when(replied())
                    .because("We talk")
                    .then(
                        moveTo(SALES, ENGAGED).why("We talk"), // E-STAGE-BACKWARD
                        exit("done"))
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("They may answer"))
            .exits(done(), gone(), other())
            .build());
  }

  static ContractSet anAnswerWhileTheTextIsHeld() {
    return set(
        laned(triggered("a").admitsEveryone("All of them are ours"))
            .reentry(never())
            .throughout(
                whenever(replied())
                    .because("We talk")
                    .then(
                        moveTo(SALES, ENGAGED).why("We talk"), // E-STAGE-BACKWARD
                        exit("other")))
            .path(say("hello").onBlocked(goOn()), exit("done"))
            .exits(done(), other())
            .build());
  }

  static ContractSet anAnswerWhileTheTextIsHeldAndStaffAreHeard() {
    return set(
        laned(triggered("a").admits(require(stage(SALES).isBefore(ENGAGED), "new ones only")))
            .reentry(never())
            .throughout(
                whenever(foreignHand(MOVED_STAGE)).thenExit("gone"),
                whenever(replied())
                    .because("We talk")
                    .then(moveTo(SALES, ENGAGED).why("We talk"), exit("other")))
            .path(say("hello").onBlocked(goOn()), exit("done"))
            .exits(done(), other(), gone())
            .build());
  }

  // Own writes.

  static ContractSet ourOwnTagBeginsTheOther() {
    return set(
        begun("a") // E-CONTACT-CONTESTED
            .path(addTag("vip").why("They called twice"), say("hello"), exit("done"))
            .exits(done())
            .build(),
        named("b")
            .startsWhen(tagAdded("vip"), milestone("A friend"), OWN_WRITES_COUNT)
            .admits(
                require(contact().hasPhone(), "there must be a number"),
                refuse(contact().optedOutOf(SMS), "they asked for no texts"))
            .lane(CARE, whenOccupied(REFUSE).orElse("Desk phones"))
            .reentry(never())
            .path(say("good-day"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet ourOwnTagBeginsNothingInTheSameLane() {
    return set(
        begun("a")
            .path(addTag("vip").why("They called twice"), say("hello"), exit("done"))
            .exits(done())
            .build(),
        begun(named("b").startsWhen(tagAdded("vip"), milestone("A friend"), OWN_WRITES_COUNT))
            .path(say("good-day"), exit("done"))
            .exits(done())
            .build());
  }

  // Lots and turns.

  static ContractSet oneShareMovesBack() {
    return set(
        laned(triggered("a").admits(require(stage(SALES).isAtOrBefore(BOOKED), "not sold yet")))
            .reentry(never())
            .path(
                split(
                        "wording",
                        share(50, moveTo(SALES, BOOKED).why("They have a date")),
                        share(
                            50,
                            moveTo(SALES, ENGAGED) // E-STAGE-BACKWARD
                                .why("We talk")))
                    .why("We try both"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet theSecondTurnMovesBack() {
    return set(
        laned(triggered("a").admits(require(stage(SALES).isAtOrBefore(ENGAGED), "no date yet")))
            .reentry(never())
            .throughout(whenever(foreignHand(MOVED_STAGE)).thenExit("other"))
            .path(
                repeat(
                        "twice",
                        2,
                        moveTo(SALES, ENGAGED) // E-STAGE-BACKWARD, W-WRITE-UNSEEN
                            .why("We talk"),
                        moveTo(SALES, BOOKED).why("They have a date"))
                    .why("To be sure"),
                exit("done"))
            .exits(done(), other())
            .build());
  }

  static ContractSet everyTurnMovesOn() {
    return set(
        laned(triggered("a").admits(require(stage(SALES).isAtOrBefore(ENGAGED), "no date yet")))
            .reentry(never())
            .throughout(whenever(foreignHand(MOVED_STAGE)).thenExit("other"))
            .path(
                repeat("twice", 2, moveTo(SALES, BOOKED).why("They have a date")).why("To be sure"),
                exit("done"))
            .exits(done(), other())
            .build());
  }
}
