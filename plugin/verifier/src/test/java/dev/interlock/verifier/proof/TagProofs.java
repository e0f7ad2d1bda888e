package dev.interlock.verifier.proof;

import static dev.interlock.contract.dsl.Conditions.any;
import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.WITHDRAWN;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.writtenByContractsOnly;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.clearField;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.setField;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.broke;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.gone;
import static dev.interlock.contract.shop.Trade.laned;
import static dev.interlock.contract.shop.Trade.say;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.takenOut;
import static dev.interlock.contract.shop.Trade.trade;
import static dev.interlock.contract.shop.Trade.triggered;

import dev.interlock.contract.dsl.OperationWords;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Step;

/// Tags: groups that fall into disorder, and marks that are left behind.
final class TagProofs {
  private TagProofs() {}

  private static OperationWords warmth() {
    return trade()
        .tag("hot")
        .tag("warm")
        .tag("frozen", writtenByContractsOnly())
        .exclusive("warmth", "hot", "warm", "frozen");
  }

  private static OperationWords size() {
    return trade().tag("small").tag("large").exactlyOne("size", "small", "large");
  }

  static ContractSet aTagBesideAnother() {
    return set(
        warmth(),
        begun("a")
            .path(
                addTag("hot").why("They called"), // E-GROUP-BROKEN
                exit("done"))
            .exits(done())
            .build());
  }

  // not E-GROUP-BROKEN
  static ContractSet aTagInPlaceOfTheOthers() {
    return set(
        warmth(),
        begun("a")
            .path(
                removeTag("warm").why("They called"),
                removeTag("frozen").why("They called"),
                addTag("hot").why("They called"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aTagForWhomHasNone() {
    return set(
        warmth(),
        laned(
                triggered("a")
                    .admits(
                        refuse(
                            any(
                                contact().hasTag("hot"),
                                contact().hasTag("warm"),
                                contact().hasTag("frozen")),
                            "we know them")))
            .reentry(never())
            .path(addTag("hot").why("They called"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aTagAfterADay() {
    return set(
        warmth(),
        laned(
                triggered("a")
                    .admits(
                        refuse(
                            any(
                                contact().hasTag("hot"),
                                contact().hasTag("warm"),
                                contact().hasTag("frozen")),
                            "we know them")))
            .reentry(never())
            .path(
                waitFor("a-day", days(1)).why("They may answer"),
                addTag("frozen").why("They did not answer"), // E-GROUP-BROKEN
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet anExitLeavesATagBesideAnother() {
    return set(
        warmth(),
        begun("a")
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(
                exit("done", HANDOVER) // E-GROUP-BROKEN
                    .means("It is done.")
                    .leaves(tag("frozen"), noTag("hot")))
            .build());
  }

  static ContractSet anExitLeavesOneTag() {
    return set(
        warmth(),
        begun("a")
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(
                exit("done", HANDOVER)
                    .means("It is done.")
                    .leaves(noTag("hot"), noTag("warm"), tag("frozen")))
            .build());
  }

  static ContractSet noTagIsLeftWhereOneMustHold() {
    return set(
        size(),
        begun("a")
            .path(
                removeTag("small").why("They grew"), // E-GROUP-BROKEN
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet theTagIsLostWhenTheOtherIsRefused() {
    return set(
        size(),
        begun("a")
            .path(
                removeTag("small").why("They grew"), // E-GROUP-BROKEN
                addTag("large").why("They grew"),
                exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet oneTagIsLeftWhereOneMustHold() {
    return set(
        size(),
        begun("a").path(exit("done")).exits(done().leaves(noTag("small"), tag("large"))).build());
  }

  static ContractSet anExitForgetsTheMark() {
    return set(
        begun("a")
            .path(
                addTag("waiting").why("The desk looks for it"),
                await("answer")
                    .when(replied())
                    .because("We know more")
                    .then(removeTag("waiting").why("Nobody waits"), exit("done"))
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("They may answer"))
            .exits(
                broke("waiting"),
                takenOut("waiting"),
                done(),
                exit("gone", UNRESPONSIVE) // E-EXIT-UNKEPT
                    .means("Nothing came.")
                    .leaves(field("Ending", "Gone")))
            .build());
  }

  static ContractSet everyExitTakesTheMarkOff() {
    return set(
        begun("a")
            .path(
                addTag("waiting").why("The desk looks for it"),
                await("answer")
                    .when(replied())
                    .because("We know more")
                    .then(removeTag("waiting").why("Nobody waits"), exit("done"))
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("They may answer"))
            .exits(broke("waiting"), takenOut("waiting"), done(), gone().leaves(noTag("waiting")))
            .build());
  }

  static ContractSet aHandlerLeavesTheMark() {
    return set(
        begun("a") // E-EXIT-UNKEPT E-EXIT-UNKEPT
            .throughout(whenever(booked()).thenExit("won"))
            .path(
                addTag("waiting").why("The desk looks for it"),
                waitFor("a-day", days(1)).why("They may answer"),
                removeTag("waiting").why("Nobody waits"),
                exit("done"))
            .exits(
                done(),
                exit("won", SUCCESS) // E-EXIT-UNKEPT
                    .means("They have a date.")
                    .leaves(field("Ending", "Won")))
            .build());
  }

  static ContractSet aFailureLeavesTheMark() {
    return set(
        begun("a") // E-EXIT-UNKEPT E-EXIT-UNKEPT
            .path(
                addTag("waiting").why("The desk looks for it"),
                say("hello").onFailure(retry(2), thenExit("broken")),
                removeTag("waiting").why("Nobody waits"),
                exit("done"))
            .exits(
                done(),
                exit("broken", FAILED) // E-EXIT-UNKEPT
                    .means("It could not be sent.")
                    .leaves(field("Ending", "Other"))
                    .notifies(owner()))
            .build());
  }

  static ContractSet anExitPromisesTheMark() {
    return set(
        begun("a")
            .path(
                addTag("waiting").why("The desk looks for it"),
                await("answer")
                    .when(replied())
                    .because("We know more")
                    .then(removeTag("waiting").why("Nobody waits"), exit("done"))
                    .silentFor(days(1))
                    .thenExit("gone")
                    .why("They may answer"))
            .exits(broke("waiting"), takenOut("waiting"), done(), gone().leaves(tag("waiting")))
            .build());
  }

  private static Exit brokeAndEmptied() {
    return exit("failed", FAILED)
        .means("It broke.")
        .leaves(field("Source", ""), field("Ending", "Other"))
        .notifies(owner());
  }

  private static Exit takenOutAndEmptied() {
    return exit("taken-out", WITHDRAWN)
        .means("The desk took them out.")
        .leaves(field("Source", ""));
  }

  private static Step.Await thatEmptiesTheField() {
    return await("answer")
        .when(replied())
        .because("We know more")
        .then(clearField("Source").why("Nobody waits"), exit("done"))
        .silentFor(days(1))
        .thenExit("gone")
        .why("They may answer");
  }

  static ContractSet anExitForgetsTheField() {
    return set(
        begun("a")
            .path(setField("Source", "A call").why("The desk looks for it"), thatEmptiesTheField())
            .exits(
                brokeAndEmptied(),
                takenOutAndEmptied(),
                done(),
                exit("gone", UNRESPONSIVE) // E-EXIT-UNKEPT
                    .means("Nothing came.")
                    .leaves(field("Ending", "Gone")))
            .build());
  }

  static ContractSet everyExitEmptiesTheField() {
    return set(
        begun("a")
            .path(setField("Source", "A call").why("The desk looks for it"), thatEmptiesTheField())
            .exits(
                brokeAndEmptied(), takenOutAndEmptied(), done(), gone().leaves(field("Source", "")))
            .build());
  }

  static ContractSet anExitPromisesAnotherValueOfTheField() {
    return set(
        begun("a")
            .path(setField("Source", "A call").why("The desk looks for it"), thatEmptiesTheField())
            .exits(
                brokeAndEmptied(),
                takenOutAndEmptied(),
                done(),
                gone().leaves(field("Source", "A call that came to nothing")))
            .build());
  }

  static ContractSet theFieldIsFilledAndNeverEmptied() {
    return set(
        begun("a")
            .path(setField("Source", "A call").why("The desk looks for it"), exit("done"))
            .exits(done())
            .build());
  }

  static ContractSet aHandlerLeavesTheField() {
    return set(
        begun("a") // E-EXIT-UNKEPT
            .throughout(whenever(booked()).thenExit("won"))
            .path(
                setField("Source", "A call").why("The desk looks for it"),
                waitFor("a-day", days(1)).why("They may answer"),
                clearField("Source").why("Nobody waits"),
                exit("done"))
            .exits(
                takenOutAndEmptied(),
                done(),
                exit("won", SUCCESS) // E-EXIT-UNKEPT
                    .means("They have a date.")
                    .leaves(field("Ending", "Won")))
            .build());
  }

  static ContractSet aWayRoundLeavesTheField() {
    return set(
        begun("a")
            .path(
                setField("Source", "A call").why("The desk looks for it"),
                branch("known")
                    .when(contact().hasTag("vip"))
                    .because("The owner knows them")
                    .thenExit("other")
                    .otherwise(clearField("Source").why("Nobody waits"), exit("done"))
                    .why("It differs"))
            .exits(
                brokeAndEmptied(),
                takenOutAndEmptied(),
                done(),
                exit("other", HANDOVER) // E-EXIT-UNKEPT
                    .means("The owner does it.")
                    .leaves(field("Ending", "Gone")))
            .build());
  }
}
