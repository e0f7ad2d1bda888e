package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Conditions.all;
import static dev.interlock.contract.dsl.Conditions.any;
import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.deal;
import static dev.interlock.contract.dsl.Events.anyOf;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.messageDelivered;
import static dev.interlock.contract.dsl.Events.optOut;
import static dev.interlock.contract.dsl.Events.optedIn;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.staffActed;
import static dev.interlock.contract.dsl.Events.taskCompleted;
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
import static dev.interlock.contract.dsl.Steps.then;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.before;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.seconds;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.no;
import static dev.interlock.contract.shop.Shop.oneWay;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static dev.interlock.contract.shop.Shop.won;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.HandAct;

/// What happens on the way: ends, arms, questions and silence.
final class PathCorpus {
  private static final EventPattern STOP = replied().saying(optOut());

  private PathCorpus() {}

  static ContractSet fallsOffItsEnd() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("done"))
            .path(say("hello")) // E-NO-EXIT
            .exits(done())
            .build());
  }

  static ContractSet anArmGoesOnToNothing() {
    return set(
        begun("a")
            .path(
                await("answer")
                    .when(replied()) // E-NO-EXIT
                    .thenGoOn()
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(gone())
            .build());
  }

  // not E-NO-EXIT
  static ContractSet anArmGoesOnToAnExit() {
    return set(
        begun("a")
            .path(
                await("answer")
                    .when(replied())
                    .thenGoOn()
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"),
                exit("done"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet aHandlerJustStops() {
    return set(
        begun("a")
            .throughout(
                whenever(replied())
                    .then(note("They wrote").why("So that the desk knows"))) // E-NO-EXIT
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aFailedStepGoesOnToNothing() {
    return set(
        begun("a")
            .path(
                branch("known")
                    .when(contact().isAssigned())
                    .thenExit("done")
                    .otherwise(
                        note("Nobody").why("It is so"),
                        say("hello") // E-NO-EXIT
                            .onFailure(retry(1), goOn()))
                    .why("Some have a person already"))
            .exits(done())
            .build());
  }

  static ContractSet leavesByAnUnknownExit() {
    return set(
        begun("a")
            .path(say("hello"), exit("dome")) // E-NO-EXIT
            .exits(done()) // E-EXIT-DEAD
            .build());
  }

  static ContractSet leavesByAStandardExit() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("withdrawn"))
            .path(say("hello"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aRepeatThatAlwaysLeaves() {
    return set(
        begun("a")
            .path(
                repeat("turns", 3, say("hello"), exit("done")).why("Three times"),
                note("Never").why("Nobody reads it"), // E-STEP-DEAD
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet somethingAfterAnExit() {
    return set(
        begun("a")
            .path(say("hello"), exit("done"), say("again")) // E-STEP-DEAD
            .exits(done())
            .build());
  }

  static ContractSet twoExitsInARow() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("no"))
            .path(say("hello"), exit("done"), exit("no")) // E-NO-EXIT
            .exits(done(), no())
            .build());
  }

  // not E-EXIT-DEAD
  static ContractSet twoExitsOnTwoWays() {
    return set(
        begun("a")
            .path(
                branch("who")
                    .when(contact().isAssigned())
                    .thenExit("done")
                    .otherwise(exit("gone"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet theWideArmFirst() {
    return set(
        begun("a")
            .path(
                await("answer")
                    .when(replied())
                    .thenExit("done")
                    .when(STOP) // E-ARM-OVERLAP
                    .thenExit("no")
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(done(), gone(), no())
            .build());
  }

  // not E-ARM-OVERLAP
  static ContractSet theNarrowArmFirst() {
    return set(
        begun("a")
            .throughout(whenever(either(optedOut(Channel.SMS), STOP)).thenExit("no"))
            .path(
                await("answer")
                    .when(STOP)
                    .thenExit("no")
                    .when(replied().saying(anyOf("yes", "please")))
                    .thenExit("done")
                    .when(replied().saying(anyOf("yes", "no")))
                    .thenExit("no")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(done(), gone(), no())
            .build());
  }

  static ContractSet anArmTakesWhatAHandlerWaitsFor() {
    return set(
        begun("a")
            .throughout(whenever(either(optedOut(Channel.SMS), STOP)).thenExit("no"))
            .path(
                await("answer")
                    .when(replied()) // E-ARM-OVERLAP
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(done(), gone(), no())
            .build());
  }

  static ContractSet aHandlerBehindAWiderOne() {
    return set(
        oneWay("a")
            .throughout(
                whenever(booked()).thenExit("done"),
                whenever(booked().in("Visits")) // E-ARM-OVERLAP
                    .thenExit("won"))
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("done"))
            .exits(done(), won())
            .build());
  }

  static ContractSet aChoiceBehindAWiderOne() {
    return set(
        begun("a")
            .path(
                branch("who")
                    .when(any(contact().hasTag("done"), contact().hasTag("gone")))
                    .thenExit("gone")
                    .when(all(contact().hasTag("gone"), contact().hasEmail())) // E-ARM-OVERLAP
                    .thenExit("done")
                    .otherwiseGoOn()
                    .why("It differs"),
                exit("done"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet choicesThatDiffer() {
    return set(
        begun("a")
            .path(
                branch("who")
                    .when(all(contact().hasTag("gone"), contact().hasEmail()))
                    .thenExit("done")
                    .when(contact().hasTag("gone"))
                    .thenExit("gone")
                    .otherwiseGoOn()
                    .why("It differs"),
                exit("done"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet sharesThatLoseSome() {
    return set(
        begun("a")
            .path(
                split("test", share(50, say("one")), share(40, say("other"))) // E-ARM-GAP
                    .why("To see what works"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet threeSharesThatLoseOne() {
    return set(
        begun("a")
            .path(
                split( // E-ARM-GAP
                        "test",
                        share(33, say("one")),
                        share(33, say("other")),
                        share(33, say("third")))
                    .why("To see what works"),
                exit("done"))
            .exits(done())
            .build());
  }

  // not E-ARM-GAP
  static ContractSet sharesForAll() {
    return set(
        begun("a")
            .path(
                split("test", share(60, say("one")), share(40, say("other")))
                    .why("To see what works"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet asksAndDoesNotListen() {
    return set(
        begun("a")
            .path(
                sms("ask", "Shall we call?").why("They called"), // E-ASK-UNHEARD
                waitFor("day", days(1)).why("No hurry"), // E-EVENT-UNHANDLED
                exit("done"))
            .exits(done())
            .build());
  }

  // not E-ASK-UNHEARD
  static ContractSet asksAndListensThroughout() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("done"))
            .path(
                sms("ask", "Shall we call?").why("They called"),
                waitFor("day", days(1)).why("No hurry"),
                exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet offersALinkAndListensForAnswersOnly() {
    return set(
        begun("a")
            .path(
                sms("offer", "Book at {{setting.bookingLink}}").why("It is easy"), // E-ASK-UNHEARD
                await("answer") // E-EVENT-UNHANDLED
                    .when(replied())
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet listensOnOneWayOnly() {
    return set(
        begun("a")
            .path(
                sms("ask", "Shall we call?").why("They called"), // E-ASK-UNHEARD
                branch("who")
                    .when(contact().hasEmail())
                    .thenExit("gone")
                    .otherwiseGoOn()
                    .why("It differs"),
                await("answer")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet asksAndIgnoresTheAnswer() {
    return set(
        begun("a")
            .ignores(replied(), "The desk reads the answers.")
            .path(sms("ask", "All well?").why("Courtesy"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aQuestionMarkInAnAddress() {
    return set(
        begun("a")
            .path(
                sms("link", "See https://shop.example.com/?page=2").why("They wanted it"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet silenceIsSuccess() {
    return set(
        begun("a")
            .path(
                await("answer")
                    .when(replied())
                    .thenExit("no")
                    .silentFor(days(1)) // E-SILENCE-UNHANDLED
                    .thenGoOn()
                    .why("A day is enough"),
                waitFor("night", hours(8)).why("They sleep"),
                exit("won"))
            .exits(won(), no())
            .build());
  }

  // not E-SILENCE-UNHANDLED
  static ContractSet silenceAndAConditionAreSuccess() {
    return set(
        begun("a")
            .path(
                await("answer")
                    .when(replied())
                    .thenExit("no")
                    .silentFor(days(1))
                    .thenGoOn()
                    .why("A day is enough"),
                branch("date")
                    .when(appointment().isUpcoming())
                    .thenExit("won")
                    .otherwise(exit("gone"))
                    .why("Some book without a word"))
            .exits(won(), gone(), no())
            .build());
  }

  static ContractSet silenceOfASecond() {
    return set(
        begun("a")
            .path(
                await("answer")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(seconds(59)) // E-SILENCE-UNHANDLED
                    .thenExit("gone")
                    .why("A minute would be enough"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet halfAMinuteForAColleague() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("done"))
            .path(
                await("work")
                    .when(taskCompleted())
                    .thenExit("done")
                    .silentFor(seconds(30)) // E-SILENCE-UNHANDLED
                    .thenExit("gone")
                    .why("They are quick"))
            .exits(done(), gone())
            .build());
  }

  // not E-SILENCE-UNHANDLED
  static ContractSet silenceOfAMinute() {
    return set(
        begun("a")
            .path(
                await("answer")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(seconds(60))
                    .thenExit("gone")
                    .why("They sit at the phone"))
            .exits(done(), gone())
            .build());
  }

  // not E-SILENCE-UNHANDLED
  static ContractSet whatNoPersonAnswersTakesASecond() {
    return set(
        oneWay("a")
            .path(
                say("hello"),
                await("arrival")
                    .when(messageDelivered())
                    .thenExit("done")
                    .silentFor(seconds(20))
                    .thenExit("gone")
                    .why("Machines are quick"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet silenceIsANo() {
    return set(
        begun("a")
            .path(
                await("answer")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(days(1)) // E-SILENCE-UNHANDLED
                    .then(note("Nothing came").why("The desk reads it"), exit("no"))
                    .why("A day is enough"))
            .exits(done(), no())
            .build());
  }

  // not E-SILENCE-UNHANDLED
  static ContractSet silenceAndALostDealAreANo() {
    return set(
        begun("a")
            .path(
                await("answer")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(days(1))
                    .then(
                        branch("deal")
                            .when(deal(ORDERS).is(DealStatus.LOST))
                            .thenExit("no")
                            .otherwise(exit("gone"))
                            .why("Some tell the desk"))
                    .why("A day is enough"))
            .exits(done(), no(), gone())
            .build());
  }

  static ContractSet goesOnWhenItsMomentIsGone() {
    return set(
        begun("a")
            .path(
                at("before", before(appointment(), hours(2))) // E-NO-EXIT
                    .ifPast(then(exit("done")))
                    .ifGone(skip())
                    .then(exit("done"))
                    .why("It is near"))
            .exits(done())
            .build());
  }

  static ContractSet anAnswerThatPassesForSilence() {
    return set(
        begun("a")
            .path(
                say("hello"),
                await("answer")
                    .when(replied()) // E-SILENCE-UNHANDLED
                    .then(note("They wrote").why("The desk reads it"), exit("gone"))
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(gone())
            .build());
  }

  static ContractSet anOptOutThatPassesForASuccess() {
    return set(
        begun("a")
            .throughout(
                whenever(either(optedOut(), STOP)) // E-SILENCE-UNHANDLED
                    .thenExit("won"),
                whenever(replied()).thenExit("no"))
            .path(
                say("hello"),
                await("answer")
                    .when(booked())
                    .thenExit("won")
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(no(), gone(), won())
            .build());
  }

  static ContractSet aSecondMessageThatNobodyAnswers() {
    return set(
        begun("a")
            .path(
                await("answer")
                    .when(replied())
                    .then(
                        say("again"),
                        await("second-answer")
                            .when(replied())
                            .thenExit("done")
                            .silentFor(days(1))
                            .thenExit("gone")
                            .why("A day is enough"))
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet twoArmsGoOnToNothing() {
    return set(
        begun("a")
            .path(
                await("answer")
                    .when(replied()) // E-NO-EXIT
                    .thenGoOn()
                    .when(booked()) // E-NO-EXIT
                    .thenGoOn()
                    .silentFor(days(1)) // E-NO-EXIT
                    .thenGoOn()
                    .why("A day is enough"))
            .exits(done()) // E-EXIT-DEAD
            .build());
  }

  static ContractSet aBranchAndAShareGoOnToNothing() {
    return set(
        begun("a")
            .path(
                branch("who") // E-NO-EXIT
                    .when(contact().isAssigned())
                    .because("Some have a person already")
                    .then(
                        split(
                                "test",
                                share(50, note("One").why("To compare")), // E-NO-EXIT
                                share(50, exit("done")))
                            .why("To see what works"))
                    .otherwiseGoOn()
                    .why("It differs"))
            .exits(done())
            .build());
  }

  static ContractSet asksAndJustStops() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("done"))
            .path(
                sms("ask", "Shall we call?") // E-ASK-UNHEARD E-NO-EXIT
                    .why("They called"))
            .exits(done())
            .build());
  }

  static ContractSet offersALinkAndListensForSomethingElseThroughout() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("done"))
            .path(
                sms("offer", "Book at {{setting.bookingLink}}").why("It is easy"), // E-ASK-UNHEARD
                waitFor("day", days(1)).why("No hurry"), // E-EVENT-UNHANDLED
                exit("gone"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet anArmWithACondition() {
    return set(
        begun("a")
            .throughout(whenever(either(optedOut(Channel.SMS), STOP)).thenExit("no"))
            .path(
                await("answer")
                    .when(replied())
                    .given(contact().hasEmail())
                    .because("Those get a mail")
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(done(), gone(), no())
            .build());
  }

  static ContractSet nobodyNeedsTheAnswerToAQuestion() {
    return set(
        oneWay("a")
            .path(
                sms("ask", "Shall we call?").why("They called"),
                waitFor("day", days(1)).why("No hurry"),
                exit("won"))
            .exits(won())
            .build());
  }

  static ContractSet theIgnoredAnswerIsToSomethingElse() {
    return set(
        begun("a")
            .ignores(booked(), "The desk reads those.")
            .throughout(whenever(replied()).thenExit("no"))
            .path(
                sms("ask", "Shall we call?").why("They called"), // E-SILENCE-UNHANDLED
                waitFor("day", days(1)).why("No hurry"),
                exit("won"))
            .exits(won(), no())
            .build());
  }

  static ContractSet sharesThatCountSomeTwice() {
    return set(
        begun("a")
            .path(
                split("test", share(60, say("one")), share(50, say("other"))) // E-ARM-GAP
                    .why("To see what works"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aConsentIsNoRefusal() {
    return set(
        begun("a")
            .throughout(
                whenever(optedIn(Channel.EMAIL)).thenExit("won"),
                whenever(replied()).thenExit("no"))
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("no"))
            .exits(won(), no())
            .build());
  }

  static ContractSet whatColleaguesDoBehindAllThatTheyDo() {
    return set(
        oneWay("a")
            .throughout(
                whenever(staffActed()).thenExit("done"),
                whenever(staffActed(HandAct.BOOKED, HandAct.CALLED)) // E-ARM-OVERLAP
                    .thenExit("no"),
                whenever(foreignHand(HandAct.MOVED_STAGE, HandAct.CHANGED_TAG, HandAct.MESSAGED))
                    .thenExit("no"))
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("done"))
            .exits(done(), no())
            .build());
  }
}
