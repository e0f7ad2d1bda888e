package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.deal;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.emailOpened;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.messageDelivered;
import static dev.interlock.contract.dsl.Events.messageFailed;
import static dev.interlock.contract.dsl.Events.messageSent;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.staffActed;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Steps.at;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.email;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.repeat;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.skip;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.startAutomation;
import static dev.interlock.contract.dsl.Steps.then;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.before;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.broken;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.ending;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.no;
import static dev.interlock.contract.shop.Shop.oneWay;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static dev.interlock.contract.shop.Shop.shop;
import static dev.interlock.contract.shop.Shop.won;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.Step;
import java.util.List;

/// Messages that do not go out or do not arrive, and what follows.
final class FailureCorpus {
  private FailureCorpus() {}

  private static Step.Send ask() {
    return sms("ask", "Shall we call?").why("They called");
  }

  private static Step.Await answer() {
    return await("answer")
        .when(replied())
        .thenExit("done")
        .silentFor(days(1))
        .thenExit("gone")
        .why("A day is enough");
  }

  private static Contract asking(Step.Send ask) {
    return begun("a").path(ask, answer()).exits(done(), gone()).build();
  }

  static ContractSet waitsForTheAnswerToABlockedQuestion() {
    return set(
        begun("a")
            .path(
                sms("ask", "Shall we call?") // E-BLOCKED-UNHANDLED
                    .why("They called")
                    .onBlocked(goOn()),
                answer())
            .exits(done(), gone())
            .build());
  }

  static ContractSet skippingDoesNotHelp() {
    return set(
        begun("a")
            .path(
                sms("ask", "Shall we call?") // E-BLOCKED-UNHANDLED
                    .why("They called")
                    .onBlocked(skip()),
                note("Asked").why("So that the desk knows"),
                answer())
            .exits(done(), gone())
            .build());
  }

  // not E-BLOCKED-UNHANDLED
  static ContractSet aBlockedQuestionLeaves() {
    return set(asking(ask().onBlocked(thenExit("gone"))));
  }

  static ContractSet aBlockedQuestionIsAskedByPhone() {
    return set(
        asking(ask().onBlocked(then(note("Phone them").why("They have no number for texts")))));
  }

  static ContractSet nobodyWaitsForAnAnswer() {
    return set(
        begun("a").path(say("hello").onBlocked(goOn()), answer()).exits(done(), gone()).build());
  }

  static ContractSet theFirstQuestionCanStillBeAnswered() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("done"))
            .path(
                ask(),
                await("first")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenGoOn()
                    .why("A day is enough"),
                sms("nudge", "Still there?").why("Some miss it").onBlocked(goOn()),
                answer())
            .exits(done(), gone())
            .build());
  }

  static ContractSet aBranchSeesToIt() {
    return set(
        begun("a")
            .path(
                sms("ask", "Shall we call?") // E-ASK-UNHEARD
                    .why("They called")
                    .onBlocked(goOn()),
                branch("reachable")
                    .when(contact().hasPhone())
                    .because("Then it went out")
                    .then(answer())
                    .otherwise(exit("gone"))
                    .why("It differs"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet followsOnAMessageThatExpired() {
    return set(
        oneWay("a")
            .path(
                say("hello") // E-BLOCKED-UNHANDLED
                    .expiresAfter(hours(4))
                    .onBlocked(goOn()),
                waitFor("day", days(1)).why("No hurry"),
                say("again"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet standsOnItsOwn() {
    return set(
        oneWay("a")
            .path(
                say("hello").expiresAfter(hours(4)).onBlocked(skip()),
                waitFor("day", days(1)).why("No hurry"),
                say("again"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet hasAMomentOfItsOwn() {
    return set(
        oneWay("a")
            .path(
                say("hello").expiresAfter(hours(4)).onBlocked(goOn()),
                at("near", before(appointment(), hours(4)))
                    .ifPast(skip())
                    .ifGone(skip())
                    .then(say("again").expiresAfter(hours(1)).onBlocked(goOn()))
                    .why("It is near"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet waitsForTheAnswerToARefusedQuestion() {
    return set(
        begun("a")
            .path(
                sms("ask", "Shall we call?") // E-FAILURE-UNHANDLED
                    .why("They called")
                    .onFailure(retry(3), goOn())
                    .onBlocked(thenExit("gone")),
                answer())
            .exits(done(), gone())
            .build());
  }

  static ContractSet waitsForTheAnswerToWhatNeverArrived() {
    return set(
        begun("a")
            .path(
                sms("ask", "Shall we call?") // E-FAILURE-UNHANDLED
                    .why("They called")
                    .onUndelivered(goOn()),
                answer())
            .exits(done(), gone())
            .build());
  }

  static ContractSet doesNotWaitForWhatNeverArrived() {
    return set(
        begun("a")
            .path(ask().onUndelivered(thenExit("broken")), answer())
            .exits(done(), gone(), broken())
            .build());
  }

  static ContractSet aFailureThatIsCalledAHandover() {
    return set(
        begun("a")
            .path(say("hello"), exit("done"))
            .exits(
                done(),
                exit("failed", HANDOVER) // E-FAILURE-UNHANDLED
                    .means("It broke.")
                    .leaves(ending("Other")))
            .build());
  }

  static ContractSet aFailureThatSomebodyHears() {
    return set(
        begun("a")
            .path(say("hello"), exit("done"))
            .exits(
                done(),
                exit("failed", FAILED).means("It broke.").leaves(ending("Other")).notifies(owner()))
            .build());
  }

  private static ContractSet winning(Step.Send ask) {
    return set(
        begun("a")
            .path(
                ask,
                await("answer")
                    .when(replied())
                    .thenExit("won")
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("A day is enough"))
            .exits(won(), gone())
            .build());
  }

  static ContractSet aFailureThatPassesForASuccess() {
    return winning(
        sms("ask", "Shall we call?") // E-FAILURE-UNHANDLED
            .why("They called")
            .onFailure(retry(3), thenExit("won")));
  }

  // not E-FAILURE-UNHANDLED
  static ContractSet aFailureThatEndsAsOne() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("done"))
            .path(say("hello").onFailure(retry(3), thenExit("broken")), exit("done"))
            .exits(done(), broken())
            .build());
  }

  static ContractSet aFailureThatPassesForSilence() {
    return winning(
        sms("ask", "Shall we call?") // E-FAILURE-UNHANDLED
            .why("They called")
            .onFailure(retry(3), thenExit("gone")));
  }

  static ContractSet aMessageThatNeverArrivedPassesForANo() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("no"))
            .path(
                sms("hello", "Hello.") // E-FAILURE-UNHANDLED
                    .why("They called")
                    .onUndelivered(thenExit("no")),
                exit("done"))
            .exits(done(), no())
            .build());
  }

  static ContractSet sendsAgainWhatFailed() {
    return set(
        oneWay("a")
            .throughout(
                whenever(messageFailed()) // E-REPEAT-UNBOUNDED
                    .then(say("again"), waitFor("pause", hours(1)).why("No hurry"), exit("gone")))
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("done"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet followsUpOnEveryText() {
    return set(
        oneWay("a")
            .throughout(
                whenever(either(messageDelivered(Channel.SMS), booked())) // E-REPEAT-UNBOUNDED
                    .then(
                        repeat("turns", 2, say("again"), waitFor("pause", hours(1)).why("No hurry"))
                            .why("Twice"),
                        exit("gone")))
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("done"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet answersAutomationsByAnAutomation() {
    return new ContractSet(
        shop().automation(automation("Robot").mayWrite(tag("gone"))).build(),
        List.of(
            begun("a")
                .throughout(
                    whenever(foreignHand(HandAct.CHANGED_TAG)) // E-REPEAT-UNBOUNDED
                        .then(
                            startAutomation("Robot").why("To set it right"),
                            waitFor("pause", hours(1)).why("It takes a while"),
                            exit("gone")))
                .path(waitFor("day", days(1)).why("No hurry"), exit("done"))
                .exits(done(), gone())
                .build()));
  }

  static ContractSet writesByMailWhenATextFailed() {
    return set(
        oneWay("a")
            .throughout(
                whenever(messageFailed(Channel.SMS))
                    .then(
                        email("letter", "Hello", "<p>Hello</p>").why("To keep").onBlocked(skip()),
                        exit("gone")))
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("done"))
            .exits(done(), gone())
            .build());
  }

  // not E-REPEAT-UNBOUNDED
  static ContractSet sendsOnceMoreAndLeaves() {
    return set(
        oneWay("a")
            .throughout(whenever(messageFailed()).then(say("again"), exit("gone")))
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("done"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet leavesWhenATextFailed() {
    return set(
        oneWay("a")
            .throughout(whenever(messageFailed()).thenExit("gone"))
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("done"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet listensForWhatFailedBehindABranchAboutTheDeal() {
    return set(
        begun("a")
            .path(
                sms("ask", "Shall we call?") // E-BLOCKED-UNHANDLED E-FAILURE-UNHANDLED
                    .why("They called")
                    .onFailure(retry(3), goOn()),
                branch("known")
                    .when(deal(ORDERS).exists())
                    .because("The desk has their order")
                    .then(note("They called").why("The desk reads it"))
                    .otherwiseGoOn()
                    .why("Some have an order"),
                answer())
            .exits(done(), gone())
            .build());
  }

  static ContractSet aNoteMakesNoSuccessOfAFailure() {
    return winning(
        sms("ask", "Shall we call?") // E-FAILURE-UNHANDLED
            .why("They called")
            .onFailure(
                retry(3), then(note("It broke").why("So that the desk knows"), exit("won"))));
  }

  static ContractSet anotherWayMaySucceed() {
    return winning(
        ask()
            .onFailure(
                retry(3),
                then(
                    email("letter", "Hello", "<p>Hello</p>").why("To keep").onBlocked(skip()),
                    exit("won"))));
  }

  static ContractSet aNoteThatCannotBeWrittenIsNoSuccess() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("no"))
            .path(
                note("They called") // E-FAILURE-UNHANDLED
                    .why("So that the desk knows")
                    .onFailure(retry(1), thenExit("won")),
                exit("won"))
            .exits(won(), no())
            .build());
  }

  static ContractSet followsUpOnOpenedMails() {
    return set(
        oneWay("a")
            .throughout(
                whenever(emailOpened())
                    .then(
                        email("more", "More", "<p>More</p>").why("They read it").onBlocked(skip()),
                        waitFor("pause", hours(1)).why("No hurry"),
                        exit("gone")))
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("done"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet textsAndWaitsWhenAMailFailed() {
    return set(
        oneWay("a")
            .throughout(
                whenever(messageFailed(Channel.EMAIL))
                    .then(say("again"), waitFor("pause", hours(1)).why("No hurry"), exit("gone")))
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("done"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet waitsAWhileAfterWhatItBringsAbout() {
    return set(
        oneWay("a")
            .throughout(
                whenever(messageSent(Channel.SMS)) // E-REPEAT-UNBOUNDED
                    .then(
                        note("Sent").why("To count"),
                        say("again"),
                        note("Again").named("again-note").why("To count"),
                        waitFor("pause", hours(1)).why("No hurry"),
                        exit("gone")))
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("done"))
            .exits(done(), gone())
            .build());
  }

  static ContractSet answersColleaguesByAnAutomation() {
    return new ContractSet(
        shop().automation(automation("Robot").mayWrite(tag("gone"))).build(),
        List.of(
            begun("a")
                .throughout(
                    whenever(staffActed(HandAct.CHANGED_TAG))
                        .then(
                            startAutomation("Robot").why("To set it right"),
                            waitFor("pause", hours(1)).why("It takes a while"),
                            exit("gone")))
                .path(waitFor("day", days(1)).why("No hurry"), exit("done"))
                .exits(done(), gone())
                .build()));
  }
}
