package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.DISPLACED;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.WITHDRAWN;
import static dev.interlock.contract.dsl.Exits.deal;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Shop.ASKED;
import static dev.interlock.contract.shop.Shop.CLOSED;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.TALKS;
import static dev.interlock.contract.shop.Shop.begun;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.ending;
import static dev.interlock.contract.shop.Shop.first;
import static dev.interlock.contract.shop.Shop.gone;
import static dev.interlock.contract.shop.Shop.other;
import static dev.interlock.contract.shop.Shop.say;
import static dev.interlock.contract.shop.Shop.set;
import static dev.interlock.contract.shop.Shop.shop;
import static dev.interlock.contract.shop.Shop.triggered;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Operation.FieldKind;
import java.util.Arrays;
import java.util.List;

/// How contracts end: exits and what they leave.
final class EndingCorpus {
  private EndingCorpus() {}

  private static Contract leaving(Exit... exits) {
    return begun("a")
        .throughout(whenever(replied()).thenExit("other"))
        .path(say("hello"), exit("done"))
        .exits(done(), exits)
        .build();
  }

  static ContractSet failsAndTellsNobody() {
    return set(
        begun("a")
            .path(say("hello").onFailure(retry(3), thenExit("broken")), exit("done"))
            .exits(
                done(),
                exit("broken", FAILED) // E-FAILURE-UNHANDLED
                    .means("It broke.")
                    .leaves(ending("Other")))
            .build());
  }

  // not E-FAILURE-UNHANDLED
  static ContractSet failsAndTellsTheOwner() {
    return set(
        begun("a")
            .path(say("hello").onFailure(retry(3), thenExit("broken")), exit("done"))
            .exits(
                done(),
                exit("broken", FAILED).means("It broke.").leaves(ending("Other")).notifies(owner()))
            .build());
  }

  static ContractSet anExitThatNobodyTakes() {
    return set(
        begun("a")
            .path(say("hello"), exit("done"))
            .exits(done(), gone()) // E-EXIT-DEAD
            .build());
  }

  static ContractSet exitsThatAlwaysExist() {
    return set(
        begun("a")
            .path(say("hello"), exit("done"))
            .exits(
                done(),
                exit("pushed-out", DISPLACED).means("More urgent.").leaves(ending("Gone")),
                exit("taken-back", WITHDRAWN).means("The desk took it."),
                exit("failed", FAILED)
                    .means("It broke.")
                    .leaves(ending("Other"), field("Mood", "Sad"))
                    .notifies(owner()))
            .build());
  }

  static ContractSet twoExitsLeaveTheSame() {
    return set(
        leaving(
            exit("other", HANDOVER) // E-EXIT-AMBIGUOUS
                .means("Something else.")
                .leaves(ending("Done"), tag("done"))));
  }

  private static Contract parting(Exit... exits) {
    return begun("a")
        .throughout(whenever(replied()).thenExit("other"))
        .path(say("hello"), exit("first"))
        .exits(exits[0], Arrays.copyOfRange(exits, 1, exits.length))
        .build();
  }

  static ContractSet anExitLeavesMore() {
    return set(
        parting(
            first() // E-EXIT-AMBIGUOUS
                .leaves(tag("done")),
            other().leaves(tag("done"), field("Mood", "Sad"))));
  }

  static ContractSet oneExitLeavesNothing() {
    return set(parting(first().leaves(tag("gone")), other())); // E-EXIT-AMBIGUOUS
  }

  static ContractSet threeExitsOfWhichOneLeavesNothing() {
    return set(
        begun("a")
            .throughout(
                whenever(replied()).thenExit("other"), whenever(callMissed()).thenExit("third"))
            .path(say("hello"), exit("first"))
            .exits(
                first(), // E-EXIT-AMBIGUOUS
                other().leaves(ending("Other")),
                exit("third", HANDOVER).means("It went a third way.").leaves(ending("Gone")))
            .build());
  }

  static ContractSet twoTagsThatCanBothBeThere() {
    return set(
        parting(
            first().leaves(tag("done")),
            other() // E-EXIT-AMBIGUOUS
                .leaves(tag("gone"))));
  }

  // not E-EXIT-AMBIGUOUS
  static ContractSet twoTagsOfWhichOneGoes() {
    return set(parting(first().leaves(tag("done")), other().leaves(tag("gone"), noTag("done"))));
  }

  static ContractSet twoTagsOfAGroup() {
    return new ContractSet(
        shop().exclusive("way", "done", "gone").build(),
        List.of(parting(first().leaves(tag("done")), other().leaves(tag("gone")))));
  }

  static ContractSet allTagsOfAGroupGone() {
    return new ContractSet(
        shop().exactlyOne("way", "done", "gone").build(),
        List.of(parting(first().leaves(noTag("done")), other().leaves(noTag("gone")))));
  }

  static ContractSet oneTagOfAGroupIsLeft() {
    return new ContractSet(
        shop().tag("lost").exactlyOne("way", "done", "gone", "lost").build(),
        List.of(
            parting(
                first().leaves(noTag("done")),
                other() // E-EXIT-AMBIGUOUS
                    .leaves(noTag("gone")))));
  }

  static ContractSet twoStagesOfOnePipeline() {
    return set(
        parting(
            first().leaves(stage(ORDERS, ASKED)),
            other().leaves(stage(ORDERS, CLOSED), tag("done"))));
  }

  static ContractSet aStageAndAStatus() {
    return set(
        parting(
            first().leaves(stage(ORDERS, ASKED)),
            other() // E-EXIT-AMBIGUOUS
                .leaves(deal(ORDERS, DealStatus.LOST))));
  }

  static ContractSet twoStatuses() {
    return set(
        parting(
            first().leaves(deal(ORDERS, DealStatus.WON)),
            other().leaves(deal(ORDERS, DealStatus.LOST))));
  }

  static ContractSet twoWordsThatDifferInCaseOnly() {
    return set(
        parting(
            first().leaves(field("Note", "Rang them")),
            other() // E-EXIT-AMBIGUOUS
                .leaves(field("Note", "rang them "))));
  }

  static ContractSet twoWaysToWriteANumber() {
    return new ContractSet(
        shop().field("Turn", FieldKind.NUMBER).build(),
        List.of(
            parting(
                first().leaves(field("Turn", "1")),
                other() // E-EXIT-AMBIGUOUS
                    .leaves(field("Turn", "1.0")))));
  }

  static ContractSet twoNumbers() {
    return new ContractSet(
        shop().field("Turn", FieldKind.NUMBER).build(),
        List.of(
            parting(
                first().leaves(field("Turn", "1")), other().leaves(field("Turn", "not counted")))));
  }

  static ContractSet twoTextsThatWouldBeOneNumber() {
    return set(parting(first().leaves(field("Note", "1")), other().leaves(field("Note", "1.0"))));
  }

  static ContractSet promisesTwoStages() {
    return set(
        leaving(
            exit("other", HANDOVER) // E-EXIT-UNKEPT
                .means("Something else.")
                .leaves(stage(ORDERS, ASKED), stage(ORDERS, CLOSED))));
  }

  static ContractSet promisesATagAndItsAbsence() {
    return set(
        leaving(
            exit("other", HANDOVER) // E-EXIT-UNKEPT
                .means("Something else.")
                .leaves(tag("gone"), noTag("gone"))));
  }

  // not E-EXIT-UNKEPT
  static ContractSet promisesAWholeState() {
    return set(
        leaving(
            exit("other", HANDOVER)
                .means("Something else.")
                .leaves(
                    stage(ORDERS, CLOSED),
                    deal(ORDERS, DealStatus.LOST),
                    tag("gone"),
                    noTag("done"),
                    field("Mood", "Sad"))));
  }

  static ContractSet leavesTwoOfAGroup() {
    return new ContractSet(
        shop().exclusive("ending", "done", "gone").build(),
        List.of(
            leaving(
                exit("other", HANDOVER) // E-EXIT-UNKEPT
                    .means("Something else.")
                    .leaves(tag("done"), tag("gone")))));
  }

  static ContractSet leavesATemplate() {
    return set(
        leaving(
            exit("other", HANDOVER) // E-TEMPLATE-SYNTAX
                .means("Something else.")
                .leaves(ending("Other"), field("Note", "{{contact.name}}"))));
  }

  static ContractSet routesWithoutAnAlternative() {
    return set(
        begun("a")
            .path(say("hello"), exit("done"))
            .exits(done().routesTo("b")) // E-ROUTE-REFUSED
            .build(),
        begun("b").path(say("hello"), exit("done")).exits(done()).build());
  }

  // not E-ROUTE-REFUSED
  static ContractSet routesToWhoTurnsNobodyAway() {
    return set(
        begun("a").path(say("hello"), exit("done")).exits(done().routesTo("b")).build(),
        triggered("b")
            .admitsEveryone("The desk wants to know")
            .outsideLanes("Only the desk sees it")
            .reentry(afterExit())
            .path(note("They are done").why("So that the desk knows"), exit("done"))
            .exits(done())
            .build());
  }

  private static Contract closing(Exit exit) {
    return begun("a")
        .path(say("hello"), exit("closed"))
        .exits(exit.routesTo("b").orElse("Desk phones"))
        .build();
  }

  private static Contract forOpenOrders() {
    return triggered("b")
        .admits(require(stage(ORDERS).isBefore(CLOSED), "only what is open"))
        .outsideLanes("Only the desk sees it")
        .reentry(afterExit())
        .path(note("It is open").why("So that the desk knows"), exit("done"))
        .exits(done())
        .build();
  }

  static ContractSet routesToWhoTurnsThemAllAway() {
    return set(
        closing(
            exit("closed", HANDOVER) // E-ROUTE-REFUSED
                .means("It is closed.")
                .leaves(stage(ORDERS, CLOSED))),
        forOpenOrders());
  }

  static ContractSet routesToWhoLetsThemIn() {
    return set(
        closing(exit("closed", HANDOVER).means("It is asked.").leaves(stage(ORDERS, ASKED))),
        forOpenOrders());
  }

  static ContractSet promisesTheTagThatItTakesAway() {
    return set(
        leaving(
            exit("other", HANDOVER) // E-EXIT-UNKEPT
                .means("Something else.")
                .leaves(noTag("gone"), tag("done"), tag("gone"))));
  }

  static ContractSet promisesTwoValuesOfAField() {
    return set(
        leaving(
            exit("other", HANDOVER) // E-EXIT-UNKEPT
                .means("Something else.")
                .leaves(field("Mood", "Sad"), field("Note", "x"), field("Mood", "Happy"))));
  }

  static ContractSet promisesADealWonAndLost() {
    return set(
        leaving(
            exit("other", HANDOVER) // E-EXIT-UNKEPT
                .means("Something else.")
                .leaves(deal(ORDERS, DealStatus.WON), deal(ORDERS, DealStatus.LOST))));
  }

  static ContractSet promisesTheSameTwice() {
    return set(
        leaving(
            exit("other", HANDOVER)
                .means("Something else.")
                .leaves(
                    ending("Other"),
                    stage(ORDERS, CLOSED),
                    stage(ORDERS, CLOSED),
                    field("Mood", "Sad"),
                    field("Mood", "Sad"),
                    deal(ORDERS, DealStatus.WON),
                    deal(ORDERS, DealStatus.WON))));
  }

  static ContractSet twoExitsLeaveNothing() {
    return set(
        begun("a")
            .throughout(whenever(replied()).thenExit("other"))
            .path(say("hello"), exit("nothing"))
            .exits(
                exit("nothing", HANDOVER).means("It is over."),
                exit("other", HANDOVER) // E-EXIT-AMBIGUOUS
                    .means("Something else."))
            .build());
  }

  static ContractSet routesIntoALaneOnly() {
    return set(
        begun("a")
            .path(say("hello"), exit("done"))
            .exits(done().routesTo("b")) // E-ROUTE-REFUSED
            .build(),
        triggered("b")
            .admitsEveryone("The desk wants to know")
            .lane(TALKS, whenOccupied(REFUSE).orElse("Desk phones"))
            .reentry(afterExit())
            .path(note("They are done").why("So that the desk knows"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet routesToWhoTakesNobodyTwice() {
    return set(
        begun("a")
            .path(say("hello"), exit("done"))
            .exits(done().routesTo("b")) // E-ROUTE-REFUSED
            .build(),
        triggered("b")
            .admitsEveryone("The desk wants to know")
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(note("They are done").why("So that the desk knows"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet whoIsTakenOutMayLeaveTheSame() {
    return set(
        begun("a")
            .path(say("hello"), exit("done"))
            .exits(
                done(),
                exit("taken-back", WITHDRAWN).means("The desk took it.").leaves(tag("done")))
            .build());
  }
}
