package dev.interlock.verifier.corpus;

import static dev.interlock.contract.dsl.Events.enters;
import static dev.interlock.contract.dsl.Exits.deal;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.stage;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.markDeal;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.setField;
import static dev.interlock.contract.dsl.Steps.tell;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.shop.Shop.ASKED;
import static dev.interlock.contract.shop.Shop.CLOSED;
import static dev.interlock.contract.shop.Shop.ORDERS;
import static dev.interlock.contract.shop.Shop.aDay;
import static dev.interlock.contract.shop.Shop.done;
import static dev.interlock.contract.shop.Shop.ending;
import static dev.interlock.contract.shop.Shop.first;
import static dev.interlock.contract.shop.Shop.oneWay;
import static dev.interlock.contract.shop.Shop.set;
import static dev.interlock.contract.shop.Shop.shop;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Step;
import java.util.List;

/// What is written, and written over.
final class WriteCorpus {
  private WriteCorpus() {}

  private static Contract leaving(Exit first, Step... before) {
    Step[] more = new Step[before.length];
    System.arraycopy(before, 1, more, 0, before.length - 1);
    more[before.length - 1] = exit("first");
    return oneWay("a").path(before[0], more).exits(first).build();
  }

  private static Step.Act asked() {
    return moveTo(ORDERS, ASKED).why("The board shows it");
  }

  private static Exit closed() {
    return first().leaves(stage(ORDERS, CLOSED), ending("Other"));
  }

  static ContractSet aStageThatTheExitWritesOver() {
    return set(
        leaving(
            closed(),
            note("They called").why("The desk reads it"),
            moveTo(ORDERS, ASKED) // W-WRITE-UNSEEN
                .why("The board shows it")));
  }

  static ContractSet aStageThatTheStepAfterTheNextWritesOver() {
    return set(
        leaving(
            first().leaves(ending("Other")),
            moveTo(ORDERS, ASKED) // W-WRITE-UNSEEN
                .why("The board shows it"),
            note("They called").why("The desk reads it"),
            moveTo(ORDERS, CLOSED).named("close").why("It is over")));
  }

  static ContractSet aFieldThatTheExitWritesOver() {
    return set(
        leaving(
            first().leaves(field("Mood", "Sad"), ending("Other")),
            setField("Mood", "Happy") // W-WRITE-UNSEEN
                .why("They called")));
  }

  static ContractSet aStatusThatTheExitWritesOver() {
    return set(
        leaving(
            first().leaves(deal(ORDERS, DealStatus.LOST), ending("Other")),
            markDeal(ORDERS, DealStatus.WON) // W-WRITE-UNSEEN
                .why("They bought")));
  }

  // not W-WRITE-UNSEEN
  static ContractSet aStageAtWhichTheDealStandsForADay() {
    return set(leaving(closed(), asked(), aDay("day")));
  }

  static ContractSet aStageOfWhichSomebodyIsTold() {
    return set(
        leaving(closed(), asked(), tell(owner(), "Have a look").why("They look at the board")));
  }

  static ContractSet aStageAtWhichAnAutomationBegins() {
    return new ContractSet(
        shop().automation(automation("Print").startsOn(enters(ORDERS, ASKED))).build(),
        List.of(leaving(closed(), asked())));
  }

  static ContractSet theSameStageTwice() {
    return set(leaving(first().leaves(stage(ORDERS, ASKED), ending("Other")), asked()));
  }

  static ContractSet aFieldThatANoteMayRead() {
    return set(
        leaving(
            first().leaves(field("Mood", "Sad"), ending("Other")),
            setField("Mood", "Happy").why("They called"),
            note("They are happy").why("The desk reads it")));
  }

  static ContractSet aTagThatComesAndGoes() {
    return set(
        oneWay("a")
            .path(
                addTag("gone").why("It starts something"),
                removeTag("gone").why("It has started"),
                exit("done"))
            .exits(done())
            .build());
  }
}
