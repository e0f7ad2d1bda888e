package dev.interlock.verifier.proof;

import static dev.interlock.contract.dsl.Conditions.all;
import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.inside;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.repeat;
import static dev.interlock.contract.dsl.Steps.share;
import static dev.interlock.contract.dsl.Steps.split;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.model.Channel.EMAIL;
import static dev.interlock.contract.model.Channel.SMS;
import static dev.interlock.contract.shop.Trade.BOOKED;
import static dev.interlock.contract.shop.Trade.ENGAGED;
import static dev.interlock.contract.shop.Trade.NEW;
import static dev.interlock.contract.shop.Trade.REPAIRS;
import static dev.interlock.contract.shop.Trade.SALES;
import static dev.interlock.contract.shop.Trade.WON;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.gone;
import static dev.interlock.contract.shop.Trade.inside;
import static dev.interlock.contract.shop.Trade.laned;
import static dev.interlock.contract.shop.Trade.other;
import static dev.interlock.contract.shop.Trade.say;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.takenOut;
import static dev.interlock.contract.shop.Trade.trade;
import static dev.interlock.contract.shop.Trade.triggered;
import static dev.interlock.contract.shop.Trade.unheeding;
import static dev.interlock.contract.shop.Trade.won;

import dev.interlock.contract.model.ContractSet;

/// Paths: steps that nobody reaches, arms that nobody takes, questions that the CRM leaves open.
final class PathProofs {
  private PathProofs() {}

  static ContractSet anOtherwiseThatNobodyNeeds() {
    return set(
        inside(triggered("a"))
            .path(
                branch("mood")
                    .when(contact().field("Mood").isEmpty())
                    .thenExit("gone")
                    .when(contact().field("Mood").isOneOf("Happy", "Sad"))
                    .thenExit("done")
                    .otherwise(
                        note("Strange").why("The desk reads it"), // E-STEP-DEAD
                        exit("done"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet anOtherwiseThatSomebodyNeeds() {
    return set(
        inside(triggered("a"))
            .path(
                branch("mood")
                    .when(contact().field("Mood").isEmpty())
                    .thenExit("gone")
                    .when(contact().field("Mood").is("Happy"))
                    .thenExit("done")
                    .otherwise(note("Sad").why("The desk reads it"), exit("done"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet anUnknownThatIsAlwaysKnown() {
    return set(
        inside(triggered("a"))
            .path(
                branch("known")
                    .when(contact().hasTag("vip"))
                    .thenExit("done")
                    .whenUnknown(
                        note("Look them up").why("The desk reads it"), // E-STEP-DEAD
                        exit("done"))
                    .otherwise(exit("gone"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet aStepForWhomTheDoorTurnsAway() {
    return set(
        triggered("a")
            .admits(require(stage(SALES).isAtOrAfter(BOOKED), "only who has a date"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(
                branch("early")
                    .when(stage(SALES).isBefore(ENGAGED)) // E-ARM-IMPOSSIBLE
                    .because("They are new to us")
                    .then(
                        note("New to us").why("The desk reads it"), // E-STEP-DEAD
                        exit("done"))
                    .otherwise(exit("gone"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  // not E-STEP-DEAD
  static ContractSet aStepForWhomStaffMoveBack() {
    return set(
        trade()
            .pipeline(
                REPAIRS,
                stage(NEW).ownedBy("Desk").dwellsAtMost(days(2)).staffDo("Call them"),
                stage(ENGAGED)
                    .ownedBy("Desk")
                    .dwellsAtMost(days(7))
                    .staffDo("Offer a date")
                    .mayReturnTo(NEW),
                stage(WON).asLast()),
        triggered("a")
            .admits(
                require(stage(REPAIRS).isAtOrAfter(ENGAGED), "only who has a date")
                    .atEntryOnly("They are ours from then on"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(
                waitFor("a-day", days(1)).why("Then we know"),
                branch("early")
                    .when(stage(REPAIRS).isBefore(ENGAGED))
                    .because("They are back at the beginning")
                    .then(note("New to us").why("The desk reads it"), exit("done"))
                    .otherwise(exit("gone"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet aChoiceAfterWhatTheRunWrote() {
    return set(
        begun("a")
            .path(
                addTag("waiting").why("The desk looks for it"),
                branch("waiting")
                    .when(not(contact().hasTag("waiting"))) // E-ARM-IMPOSSIBLE
                    .thenExit("gone")
                    .otherwise(exit("done"))
                    .why("It differs"))
            .exits(done().leaves(noTag("waiting")), gone(), takenOut("waiting"))
            .build());
  }

  static ContractSet aChoiceAfterWhatSomebodyMayUndo() {
    return set(
        begun("a")
            .path(
                addTag("cold").why("The desk looks for it"),
                waitFor("a-day", days(1)).why("Then we know"),
                branch("cold")
                    .when(not(contact().hasTag("cold")))
                    .thenExit("gone")
                    .otherwise(exit("done"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet aChoiceThatTwoBeforeItTake() {
    return set(
        inside(triggered("a"))
            .path(
                branch("score")
                    .when(contact().field("Score").isBelow(50))
                    .thenExit("gone")
                    .when(contact().field("Score").isAtLeast(20))
                    .thenExit("done")
                    .when(contact().field("Score").isAbove(80)) // E-ARM-IMPOSSIBLE
                    .thenExit("won")
                    .otherwise(exit("gone"))
                    .why("It differs"))
            .exits(done(), gone(), won())
            .build());
  }

  static ContractSet anArmWhoseGuardCannotHold() {
    return set(
        laned(triggered("a").admits(require(stage(SALES).isAtOrBefore(BOOKED), "not sold yet")))
            .reentry(never())
            .path(
                moveTo(SALES, BOOKED).why("They have a date"),
                await("answer")
                    .when(replied()) // E-ARM-IMPOSSIBLE
                    .given(stage(SALES).is(NEW))
                    .because("They are new to us")
                    .thenExit("other")
                    .silentFor(days(1))
                    .thenExit("done")
                    .why("They may answer"))
            .exits(done(), other())
            .build());
  }

  static ContractSet aHandlerWhoseConditionCannotHold() {
    return set(
        triggered("a")
            .admits(require(stage(SALES).isAtOrAfter(BOOKED), "only who has a date"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .throughout(
                whenever(replied()) // E-ARM-IMPOSSIBLE
                    .given(stage(SALES).is(NEW))
                    .because("They are new to us")
                    .thenExit("other"))
            .path(waitFor("a-day", days(1)).why("Then we know"), exit("done"))
            .exits(done(), other())
            .build());
  }

  // not E-ARM-IMPOSSIBLE
  static ContractSet aHandlerWhoseConditionCanHold() {
    return set(
        triggered("a")
            .admits(require(stage(SALES).isAtOrAfter(BOOKED), "only who has a date"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .throughout(
                whenever(replied())
                    .given(stage(SALES).is(WON))
                    .because("They bought")
                    .thenExit("other"))
            .path(waitFor("a-day", days(1)).why("Then we know"), exit("done"))
            .exits(done(), other())
            .build());
  }

  static ContractSet consentDecidesAndMayBeUnsaid() {
    return set(
        inside(triggered("a"))
            .path(
                branch("texts") // E-UNKNOWN-UNHANDLED
                    .when(contact().optedOutOf(SMS))
                    .thenExit("gone")
                    .otherwise(exit("done"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  // not E-UNKNOWN-UNHANDLED
  static ContractSet consentDecidesAndUnsaidIsTreated() {
    return set(
        inside(triggered("a"))
            .path(
                branch("texts")
                    .when(contact().optedOutOf(SMS))
                    .thenExit("gone")
                    .whenUnknown(note("Ask them").why("The desk reads it"), exit("other"))
                    .otherwise(exit("done"))
                    .why("It differs"))
            .exits(done(), gone(), other())
            .build());
  }

  static ContractSet consentDecidesAndTheDoorWantsItSaid() {
    return set(
        begun("a")
            .path(
                waitFor("a-day", days(1)).why("Then we know"),
                branch("texts")
                    .when(contact().optedOutOf(SMS))
                    .thenExit("gone")
                    .otherwise(exit("done"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet oneUnsaidAnswerAmongTwo() {
    return set(
        inside(triggered("a"))
            .path(
                branch("texts") // E-UNKNOWN-UNHANDLED
                    .when(all(contact().hasTag("vip"), contact().optedOutOf(EMAIL)))
                    .thenExit("gone")
                    .otherwise(exit("done"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet anArmAsksForConsent() {
    return set(
        inside(triggered("a"))
            .path(
                await("answer") // E-UNKNOWN-UNHANDLED
                    .when(replied())
                    .given(not(contact().optedOutOf(SMS)))
                    .because("They can be texted")
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("They may answer"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet aHandlerAsksForConsent() {
    return set(
        inside(triggered("a"))
            .throughout(
                whenever(replied()) // E-UNKNOWN-UNHANDLED
                    .given(not(contact().optedOutOf(SMS)))
                    .because("They can be texted")
                    .thenExit("done"))
            .path(waitFor("a-day", days(1)).why("Then we know"), exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet aTextThatIsNoNumber() {
    return set(
        inside(triggered("a"))
            .path(
                branch("size") // E-UNKNOWN-UNHANDLED
                    .when(contact().field("Source").isAtLeast(5))
                    .thenExit("gone")
                    .otherwise(exit("done"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet anArmThatGoesOnIntoNothing() {
    return set(
        inside(triggered("a"))
            .path(
                await("answer")
                    .when(replied()) // E-NO-EXIT
                    .thenGoOn()
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("They may answer"))
            .exits(gone())
            .build());
  }

  static ContractSet aShareThatGoesOnIntoNothing() {
    return set(
        inside(triggered("a"))
            .path(
                split(
                        "wording",
                        share(50, exit("done")),
                        share(50, note("Short").why("The desk reads it"))) // E-NO-EXIT
                    .why("We try both"))
            .exits(done())
            .build());
  }

  static ContractSet aRepeatThatEndsInNothing() {
    return set(
        unheeding(begun("a"))
            .path(
                repeat( // E-NO-EXIT
                        "twice", 2, say("ask"), waitFor("a-day", days(1)).why("They may answer"))
                    .why("Once is not enough"))
            .exits(done()) // E-EXIT-DEAD
            .build());
  }

  static ContractSet aRepeatThatEndsInAnExit() {
    return set(
        unheeding(begun("a"))
            .path(
                repeat("twice", 2, say("ask"), waitFor("a-day", days(1)).why("They may answer"))
                    .why("Once is not enough"),
                exit("done"))
            .exits(done())
            .build());
  }
}
